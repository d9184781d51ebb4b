import type { Access } from '../../../../shared/access/decide.ts';
import { evaluate } from '../../../../shared/access/evaluate.ts';
import { worstAccess } from '../../../../shared/access/severity.ts';
import type { AccessView, WorkstationDetail, WorkstationRow } from '../../../../shared/protocol/views.ts';
import type { AccessEntry, AccessReader } from '../../access/board.ts';
import { type Directory, policyFor } from '../programs/directory.ts';
import { observationOf, type Workstation } from './roster.ts';

export interface ViewSources {
  readonly board: AccessReader;
  readonly directory: Directory;
  isConnected(workstation: string): boolean;
}

export function accessView({ program, decision, since, policyVersion }: AccessEntry, directory: Directory): AccessView {
  const programName = directory.find(program)?.name ?? program;
  return { program, programName, decision, since, policyVersion };
}

/** One workstation in one line, as far as these decisions go. */
export function workstationRow(
  workstation: Workstation,
  entries: readonly AccessEntry[],
  { directory, isConnected }: Pick<ViewSources, 'directory' | 'isConnected'>,
): WorkstationRow {
  const { id, hostName, person, os, system, agentVersion, enrolment, enrolledAt, contact } = workstation;
  return {
    id,
    hostName,
    person,
    os,
    system,
    agentVersion,
    enrolment,
    enrolledAt,
    lastContactAt: contact.at,
    connected: isConnected(id),
    access: worst(entries),
    programs: entries.map((entry) => accessView(entry, directory)),
  };
}

export function workstationDetail(workstation: Workstation, sources: ViewSources, now: Date): WorkstationDetail {
  const { readings, contact, clockSkew, locks, excuses, programs } = workstation;
  const findings = programs.flatMap((id) => {
    const program = sources.directory.find(id);
    if (!program) return [];
    const { policy } = policyFor(program, workstation.id);
    return [{ program: id, findings: evaluate(observationOf(workstation), policy, now) }];
  });
  return {
    ...workstationRow(workstation, sources.board.of(workstation.id), sources),
    findings,
    readings,
    egress: contact.egress,
    clockSkew: clockSkew === undefined ? undefined : clockSkew / 1000,
    locks,
    excuses,
  };
}

/** The most severe access of several; `ready` for none. */
export function worst(entries: readonly Pick<AccessEntry, 'decision'>[]): Access {
  return worstAccess(entries.map(({ decision }) => decision.access));
}
