import { checks } from '../../../../shared/checks/index.ts';
import { say } from '../../../../shared/words/english.ts';
import { csvLine } from '../../http/csv.ts';
import { controls, frameworks } from './controls.ts';
import type { Evidence } from './gather.ts';
import { mostLocks } from './locks.ts';

/** One table of the report, the same for paper and for spreadsheets. */
export interface EvidenceTable {
  readonly title: string;
  readonly head: readonly string[];
  /** Of the columns on paper, in points; `*` shares what is left. */
  readonly widths?: readonly (number | '*')[];
  readonly rows: readonly (readonly string[])[];
}

/** Said on every report: what it is, and what it is not. */
export const statement =
  'This report says what was checked and what was found in the period. It does not say that a standard is met; that is for an assessor to judge.';

export function tablesOf(evidence: Evidence): EvidenceTable[] {
  return [
    figures(evidence),
    checksInForce(evidence),
    locksTable(evidence),
    {
      title: 'Versions of the policy, with the one in force at the beginning',
      head: ['Version', 'Written (UTC)', 'Author', 'State', 'Note'],
      widths: [50, 100, 100, 80, '*'],
      rows: evidence.versions.map(({ version, at, author, state, note }) => {
        return [String(version), sayTime(at), author, state, note];
      }),
    },
    {
      title: 'What it speaks to',
      head: ['Standard', 'Control', 'What it asks for', 'What is shown here', 'Checks'],
      widths: [80, 80, '*', '*', 85],
      rows: controls.map(({ framework, control, asks, shows, checks: named }) => {
        const { name = '' } = frameworks.find(({ id }) => id === framework) ?? {};
        return [name, control, asks, shows, named.map((id) => checks[id].title).join(', ')];
      }),
    },
    {
      title: 'Sources of the controls',
      head: ['Standard', 'Edition', 'Published at', 'Compared on'],
      widths: [90, 130, '*', 65],
      rows: frameworks.map(({ name, edition, source, asOf }) => [name, edition, source, asOf]),
    },
    {
      title: 'The audit chain',
      head: ['Figure', 'Value'],
      rows: [
        ['Verified from the first entry', evidence.audit.ok ? 'unbroken' : 'BROKEN'],
        ['Entries', String(evidence.audit.entries)],
        ['Hash of the last one', evidence.audit.head || 'none'],
      ],
    },
  ];
}

function figures(evidence: Evidence): EvidenceTable {
  const { program, from, to, madeAt, workstations, share, samples, locks, deeds, reports, latency } = evidence;
  const measured = (label: string, told: typeof latency.lock) => [
    [`${label}, median`, told ? saySeconds(told.median) : 'not measured'],
    [`${label}, 95th percentile`, told ? `${saySeconds(told.p95)} (${told.count} measured)` : 'not measured'],
  ];
  return {
    title: 'The period in figures',
    head: ['Figure', 'Value'],
    rows: [
      ['Program', `${program.name} (${program.id})`],
      ['Period (UTC)', `${sayTime(from)} to ${sayTime(to)}`],
      ['Made (UTC)', sayTime(madeAt)],
      ['Workstations enrolled', String(workstations)],
      ['Signed reports on record', String(reports)],
      ['Samples of the fleet', String(samples)],
      ['Ready, on average', `${share.ready} %`],
      ['Warned, on average', `${share.warned} %`],
      ['Locked, on average', `${share.locked} %`],
      ['Out of contact, on average', `${share.silent} %`],
      ['Times that access was locked', String(locks.total)],
      ['Locks by hand', String(deeds.locksByHand)],
      ['Excuses granted', String(deeds.excuses)],
      ['Times that the breaker stepped in', String(deeds.breakerTrips)],
      ['Versions of the policy published in the period', String(deeds.policyChanges)],
      ...measured('From the fact to the lock', latency.lock),
      ...measured('From the fix to access', latency.fix),
    ],
  };
}

function checksInForce(evidence: Evidence): EvidenceTable {
  return {
    title: 'Checks of the policy in force, and what they find now',
    head: ['Check', 'A failure', 'Locks in the period', 'Pass', 'Fail', 'Cannot tell', 'Not applicable'],
    widths: ['*', 65, 70, 45, 45, 60, 70],
    rows: evidence.checks.map(({ check, strategy, locks, now }) => {
      const counts = [locks, now.pass, now.fail, now['cannot-tell'], now['not-applicable']];
      return [checks[check].title, strategy, ...counts.map(String)];
    }),
  };
}

function locksTable({ locks }: Evidence): EvidenceTable {
  const left = locks.total - locks.first.length;
  return {
    title: left > 0 ? `The first ${mostLocks} locks of the period, and ${left} more` : 'Locks of the period',
    head: ['When (UTC)', 'PC', 'Person', 'Cause', 'In force after'],
    widths: [100, 85, 85, '*', 65],
    rows: locks.first.map(({ at, workstation, person, cause, latency }) => {
      const { problem } = say(cause.cause, cause.code, cause.params);
      return [sayTime(at), workstation, person, problem, latency === undefined ? '' : saySeconds(latency)];
    }),
  };
}

/** `2026-11-24 09:12:33` */
function sayTime(at: string): string {
  return at.slice(0, 19).replace('T', ' ');
}

function saySeconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

export function toCsv(tables: readonly EvidenceTable[]): string {
  const lines = tables.flatMap(({ title, head, rows }) => [[title], head, ...rows, []]);
  return [[statement], [], ...lines].map(csvLine).join('\r\n');
}
