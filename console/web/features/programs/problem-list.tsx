import type { RefObject } from 'react';
import type { PolicyProblem } from '../../../../shared/policy/parse.ts';
import classes from './policy-editor.module.css';

/** Element that describes the text field to a screen reader. */
export const problemsId = 'policy-problems';

interface ProblemListProps {
  field: RefObject<HTMLTextAreaElement | null>;
  problems: readonly PolicyProblem[];
}

/** What is wrong with the text, line by line; each problem leads to its place. */
export function ProblemList({ field, problems }: ProblemListProps) {
  return (
    <div id={problemsId} role="status" className={classes['problems']}>
      {problems.map((problem) => (
        <button
          type="button"
          key={`${problem.line} ${problem.column} ${problem.field} ${problem.message}`}
          onClick={() => field.current && select(field.current, problem)}
        >
          <strong>Line {problem.line}</strong>
          <span>{problem.message}</span>
          <span>{problem.remedy}</span>
        </button>
      ))}
    </div>
  );
}

/** Marks the rest of the line from the problem on. */
function select(field: HTMLTextAreaElement, { line, column }: PolicyProblem): void {
  const lines = field.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((length, text) => length + text.length + 1, 0);
  field.focus();
  field.setSelectionRange(start + column - 1, start + (lines[line - 1]?.length ?? 0));
}
