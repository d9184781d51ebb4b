import { type CheckId, CheckId as CheckIds, checks } from '../../../../shared/checks/index.ts';
import type { FindingView, WorkstationDetail } from '../../../../shared/protocol/views.ts';
import type { Voice } from '../../voice.ts';

type Readings = WorkstationDetail['readings'];

/** One check on the workstation's page: what was read, and what each program's policy makes of it. */
export interface CheckRow {
  check: CheckId;
  /** Absent: never reported. */
  readAt: string | undefined;
  /** The fact, or why it could not be read, in one line. */
  fact: string;
  results: { finding: FindingView; programs: string[] }[];
}

/** Every check that was read or that a policy asks for. Findings that programs share are told once. */
export function checkRows({ findings, readings, programs }: WorkstationDetail, voice: Voice): CheckRow[] {
  const nameOf = (id: string) => programs.find(({ program }) => program === id)?.programName ?? id;
  return CheckIds.options.flatMap((check) => {
    const results = new Map<string, CheckRow['results'][number]>();
    for (const { program, findings: ofProgram } of findings) {
      for (const finding of ofProgram.filter((one) => one.check === check)) {
        const key = JSON.stringify([finding.outcome, finding.code, finding.params, finding.strategy]);
        const known = results.get(key);
        if (known) known.programs.push(nameOf(program));
        else results.set(key, { finding, programs: [nameOf(program)] });
      }
    }
    const readAt = readings[check]?.readAt;
    if (readAt === undefined && results.size === 0) return [];
    return [{ check, readAt, fact: sayReading(check, readings, voice), results: [...results.values()] }];
  });
}

/** The same with what the reader noted about it, for whoever looks for the reason. */
function sayReading(check: CheckId, readings: Readings, voice: Voice): string {
  const said = sayFact(check, readings, voice);
  const reading = readings[check];
  return reading && 'cannotTell' in reading && reading.detail ? `${said} (${reading.detail})` : said;
}

/** The fact, or why it could not be read, in one line. */
export function sayFact(check: CheckId, readings: Readings, voice: Voice): string {
  const reading = readings[check];
  if (!reading) return voice.say(check, 'never-read', {}).problem;
  if ('cannotTell' in reading) return voice.say(check, reading.cannotTell, {}).problem;
  // A reading was parsed by the schema of its own check, whose describe takes it.
  const describe = checks[check].describe as (fact: unknown) => string;
  return voice.fact(describe(reading.fact));
}

/** Checks that a policy of this workstation asks for: the ones that can be excused. */
export function excusable({ findings }: Pick<WorkstationDetail, 'findings'>): CheckId[] {
  return CheckIds.options.filter((id) => findings.some((one) => one.findings.some(({ check }) => check === id)));
}

/** Checks that keep the person from working now or soon. */
export function troubling({ programs }: Pick<WorkstationDetail, 'programs'>): CheckId[] {
  const causes = programs.flatMap(({ decision }) =>
    decision.reasons.filter(({ effect }) => effect !== 'excused' && effect !== 'advise').map(({ cause }) => cause),
  );
  return CheckIds.options.filter((id) => causes.includes(id));
}
