import type { Finding } from '../../shared/access/evaluate.ts';
import type { CheckDefinition } from '../../shared/checks/define.ts';
import { type CheckId, CheckId as CheckIds, checks, type Readings } from '../../shared/checks/index.ts';
import { fill, say } from '../../shared/words/english.ts';

/** A reading in one line for people. */
export function describeReading(id: CheckId, reading: Readings[CheckId]): string {
  if (!reading) return 'not read yet';
  if ('cannotTell' in reading) return say(id, reading.cannotTell, detailOf(reading.detail)).problem;
  // The reading was made by this check's own reader.
  return (checks[id] as unknown as CheckDefinition).describe(reading.fact);
}

function detailOf(detail: string | undefined) {
  return detail === undefined ? {} : { what: detail };
}

const marks: Readonly<Record<Finding['outcome'], string>> = {
  pass: 'ok',
  fail: 'FIX',
  'cannot-tell': '?',
  'not-applicable': '-',
};

/** Lines of a table: mark, check, what was found; under it what to do. */
export function findingLines(findings: readonly Finding[], facts: Readings): string[] {
  const width = Math.max(...CheckIds.options.map((id) => checks[id].title.length));
  const indent = ' '.repeat(width + 7);
  return findings.flatMap(({ check, outcome, code, params }) => {
    const text = say(check, code, params);
    const found = outcome === 'pass' ? describeReading(check, facts[check]) : text.problem;
    const line = fill('{mark}  {title}  {found}', {
      mark: (marks[outcome] ?? '').padEnd(3),
      title: checks[check].title.padEnd(width),
      found,
    });
    return outcome === 'fail' ? [line, `${indent}${text.remedy}`] : [line];
  });
}
