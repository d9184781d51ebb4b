import { checks } from '../../../../shared/checks/index.ts';
import { controls, frameworks } from './controls.ts';
import type { Evidence } from './gather.ts';

/** One table of the report, the same for paper and for spreadsheets. */
export interface EvidenceTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Said on every report: what it is, and what it is not. */
export const statement =
  'This report says what was checked and what was found in the period. It does not say that a standard is met; that is for an assessor to judge.';

export function tablesOf(evidence: Evidence): EvidenceTable[] {
  const { program, from, to, madeAt, workstations, share, samples, locks, deeds, reports, latency, audit } = evidence;
  const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`;
  const measured = (label: string, told: typeof latency.lock) => [
    [`${label}, median`, told ? seconds(told.median) : 'not measured'],
    [`${label}, 95 of 100 within`, told ? `${seconds(told.p95)} (${told.count} measured)` : 'not measured'],
  ];
  return [
    {
      title: 'The period in figures',
      head: ['Figure', 'Value'],
      rows: [
        ['Program', `${program.name} (${program.id})`],
        ['Period', `${from} to ${to}`],
        ['Made', madeAt],
        ['Workstations enrolled', String(workstations)],
        ['Reports on record', String(reports)],
        ['Samples of the fleet', String(samples)],
        ['Ready, on average', `${share.ready} %`],
        ['Warned, on average', `${share.warned} %`],
        ['Locked, on average', `${share.locked} %`],
        ['Out of contact, on average', `${share.silent} %`],
        ['Times that access was locked', String(locks)],
        ['Locks by hand', String(deeds.locksByHand)],
        ['Excuses granted', String(deeds.excuses)],
        ['Times that the breaker stepped in', String(deeds.breakerTrips)],
        ['Versions of the policy', String(deeds.policyChanges)],
        ...measured('Failure to lock', latency.lock),
        ...measured('Fix to access', latency.fix),
      ],
    },
    {
      title: 'Checks of the policy in force',
      head: ['Check', 'A failure', 'Locks in the period'],
      rows: evidence.checks.map((one) => [checks[one.check].title, one.strategy, String(one.locks)]),
    },
    {
      title: 'Versions of the policy',
      head: ['Version', 'Written', 'Author', 'State', 'Note'],
      rows: evidence.versions.map(({ version, at, author, state, note }) => [String(version), at, author, state, note]),
    },
    {
      title: 'What it speaks to',
      head: ['Standard', 'Control', 'What it asks for', 'What is shown here', 'Checks'],
      rows: controls.map(({ framework, control, asks, shows, checks: named }) => {
        const { name = '', edition = '' } = frameworks.find(({ id }) => id === framework) ?? {};
        return [`${name} ${edition}`, control, asks, shows, named.map((id) => checks[id].title).join(', ')];
      }),
    },
    {
      title: 'The audit chain',
      head: ['Figure', 'Value'],
      rows: [
        ['Verified from the first entry', audit.ok ? 'unbroken' : 'BROKEN'],
        ['Entries', String(audit.entries)],
        ['Hash of the last one', audit.head || 'none'],
      ],
    },
  ];
}

/** Comma-separated, as RFC 4180 has it; a cell that a spreadsheet would take for a formula is marked as text. */
export function toCsv(tables: readonly EvidenceTable[]): string {
  const cell = (text: string) => {
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = tables.flatMap(({ title, head, rows }) => [[title], head, ...rows, []]);
  return [[statement], [], ...lines].map((row) => row.map(cell).join(',')).join('\r\n');
}
