import type { Access } from '../../../../shared/access/decide.ts';
import { evaluate } from '../../../../shared/access/evaluate.ts';
import type { AccessView, WorkstationDetail, WorkstationRow } from '../../../../shared/protocol/views.ts';
import type { AccessEntry, AccessReader } from '../../access/board.ts';
import { type Directory, policyFor } from '../programs/directory.ts';
import { observationOf, type Workstation } from './roster.ts';

/** The most severe first. */
const severity: readonly Access[] = ['locked', 'draining', 'warned', 'ready'];

export interface ViewSources {
  readonly board: AccessReader;
  readonly directory: Directory;
  isConnected(workstation: string): boolean;
}

export function accessView({ program, decision, since, policyVersion }: AccessEntry, directory: Directory): AccessView {
  const programName = directory.find(program)?.name ?? program;
  return { program, programName, decision, since, policyVersion };
}

export function workstationRow(
  workstation: Workstation,
  { board, directory, isConnected }: ViewSources,
): WorkstationRow {
  const { id, hostName, person, os, system, agentVersion, enrolment, enrolledAt, contact } = workstation;
  const entries = board.of(id);
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
    ...workstationRow(workstation, sources),
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
  return severity.find((access) => entries.some(({ decision }) => decision.access === access)) ?? 'ready';
}

export interface ListQuery {
  readonly access?: Access | undefined;
  readonly program?: string | undefined;
  readonly search?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

interface Candidate {
  readonly workstation: Workstation;
  readonly access: Access;
  /** Since when, of the program that decides about the access. */
  readonly since: string;
}

/** A page of workstations: those that cannot work first, and of them those that wait longest. */
export function listWorkstations(all: Iterable<Workstation>, query: ListQuery, sources: ViewSources) {
  const counts: Record<Access, number> = { ready: 0, warned: 0, draining: 0, locked: 0 };
  const found: Candidate[] = [];
  for (const workstation of all) {
    if (!matches(workstation, query)) continue;
    const candidate = candidateOf(workstation, query.program, sources.board);
    counts[candidate.access] += 1;
    if (query.access === undefined || query.access === candidate.access) found.push(candidate);
  }
  found.sort(byUrgency);
  const page = found.slice(query.offset, query.offset + query.limit);
  return {
    rows: page.map(({ workstation }) => workstationRow(workstation, sources)),
    total: found.length,
    counts,
  };
}

function matches(workstation: Workstation, { program, search }: ListQuery): boolean {
  if (program && !workstation.programs.includes(program)) return false;
  if (!search) return true;
  const wanted = search.toLowerCase();
  return [workstation.hostName, workstation.person, workstation.id].some((text) =>
    text?.toLowerCase().includes(wanted),
  );
}

function candidateOf(workstation: Workstation, program: string | undefined, board: AccessReader): Candidate {
  const entries = board.of(workstation.id).filter((entry) => !program || entry.program === program);
  const access = worst(entries);
  const since = entries.find(({ decision }) => decision.access === access)?.since ?? workstation.enrolledAt;
  return { workstation, access, since };
}

function byUrgency(left: Candidate, right: Candidate): number {
  return (
    severity.indexOf(left.access) - severity.indexOf(right.access) ||
    compare(left.since, right.since) ||
    compare(left.workstation.id, right.workstation.id)
  );
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
