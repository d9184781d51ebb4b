import { Skeleton, Stack } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { PolicyProblem } from '../../../../shared/policy/parse.ts';
import { Panel } from '../../parts/page.tsx';
import { plural } from '../../parts/words.ts';
import { InWords } from './in-words.tsx';
import { PersonPreview } from './person-preview.tsx';
import classes from './policy.module.css';
import type { Draft } from './use-policy-draft.ts';

// The editor is the largest part of the console; nobody waits for it who does not write a policy.
const CodeEditor = lazy(async () => ({ default: (await import('./code-editor.tsx')).CodeEditor }));

/** The policy as text, and beside it what it means or what is wrong with it. */
export function EditorView({ draft: { text, parsed, write } }: { draft: Draft }) {
  const [place, setPlace] = useState<PolicyProblem>();
  return (
    <div className="editor-columns">
      <Suspense fallback={<Skeleton height="60vh" />}>
        <CodeEditor text={text} readOnly={false} place={place} onChange={write} />
      </Suspense>
      <Stack gap="md">
        {parsed.ok ? (
          <>
            <InWords policy={parsed.policy} />
            <PersonPreview policy={parsed.policy} />
          </>
        ) : (
          <Panel title={plural(parsed.problems.length, 'problem')}>
            <Problems problems={parsed.problems} onPick={(problem) => setPlace({ ...problem })} />
          </Panel>
        )}
      </Stack>
    </div>
  );
}

interface ProblemsProps {
  problems: readonly PolicyProblem[];
  onPick: (problem: PolicyProblem) => void;
}

/** What is wrong with the text, line by line; each problem leads to its place. */
function Problems({ problems, onPick }: ProblemsProps) {
  return (
    <div role="status" className={classes['problems']}>
      {problems.map((problem) => (
        <button
          type="button"
          key={`${problem.line} ${problem.column} ${problem.field} ${problem.message}`}
          onClick={() => onPick(problem)}
        >
          <strong>Line {problem.line}</strong>
          <span>{problem.message}</span>
          <span>{problem.remedy}</span>
        </button>
      ))}
    </div>
  );
}
