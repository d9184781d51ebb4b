import type { CheckDefinition } from '../../shared/checks/define.ts';
import { checks } from '../../shared/checks/index.ts';
import type { AccessView, FindingView, Latency, WorkstationDetail } from '../../shared/protocol/views.ts';
import { accessWord, say, sayAccess } from '../../shared/words/english.ts';

const marks = { pass: '✓', fail: '✗', 'cannot-tell': '?', 'not-applicable': '–' } as const;
const words = {
  pass: 'fine',
  fail: 'to fix',
  'cannot-tell': 'cannot tell',
  'not-applicable': 'not applicable',
} as const;

/** `HH:MM:SS` on this machine's clock. */
function clock(at: string): string {
  return new Date(at).toLocaleTimeString('en-GB');
}

/** One line for a change of access, with the way from observation to gate where a report caused it. */
function accessLine({ decision, since }: AccessView, latency?: Latency): string {
  const way = latency ? `  (${Math.round(latency.total)} ms from observation to gate)` : '';
  return `${clock(since)}  ${accessWord[decision.access].padEnd(15)}${sayAccess(decision.access, decision.reasons)}${way}`;
}

function findingLine({ check, outcome, code, params }: FindingView, readings: WorkstationDetail['readings']): string {
  const reading = readings[check];
  const plain = outcome === 'pass' && reading && 'fact' in reading;
  const text = plain
    ? (checks[check] as unknown as CheckDefinition).describe(reading.fact)
    : say(check, code, params).problem;
  return `          ${marks[outcome]} ${words[outcome].padEnd(15)}${checks[check].title}: ${text}`;
}

/**
 * Says what is new about one workstation: its access when that has changed, and each finding that has.
 * Nothing is said before its first report.
 */
export function narrator(program: string): (detail: WorkstationDetail, latency?: Latency) => string[] {
  let access: string | undefined;
  let said = new Set<string>();
  return (detail, latency) => {
    const view = detail.programs.find((one) => one.program === program);
    const findings = detail.findings.find((one) => one.program === program)?.findings ?? [];
    if (!view || findings.every(({ code }) => code === 'never-read')) return [];
    const news = view.decision.access === access ? [] : [accessLine(view, latency)];
    const lines = findings.map((finding) => findingLine(finding, detail.readings));
    news.push(...lines.filter((line) => !said.has(line)));
    access = view.decision.access;
    said = new Set(lines);
    return news;
  };
}
