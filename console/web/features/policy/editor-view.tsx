import { Skeleton, Stack } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { PolicyProblem } from '../../../../shared/policy/parse.ts';
import { Panel } from '../../parts/page.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { InWords } from './in-words.tsx';
import { PersonPreview } from './person-preview.tsx';
import classes from './policy.module.css';
import type { Draft } from './use-policy-draft.ts';

// The editor is the largest part of the console; nobody waits for it who does not write a policy.
const CodeEditor = lazy(async () => ({ default: (await import('./code-editor.tsx')).CodeEditor }));

/** The policy as text, and beside it what it means or what is wrong with it. */
export function EditorView({ draft: { text, parsed, write } }: { draft: Draft }) {
  const [place, setPlace] = useState<PolicyProblem>();
  const voice = useVoice();
  return (
    <div className="editor-columns">
      <Suspense fallback={<Skeleton height="60vh" />}>
        <CodeEditor text={text} place={place} onChange={write} />
      </Suspense>
      <Stack gap="md">
        {parsed.ok ? (
          <>
            <InWords policy={parsed.policy} />
            <PersonPreview policy={parsed.policy} />
          </>
        ) : (
          <Panel title={voice.count(voice.words.policy.editor.problems, parsed.problems.length)}>
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
  const voice = useVoice();
  return (
    <div role="status" className={classes['problems']}>
      {problems.map((problem) => (
        <button
          type="button"
          key={`${problem.line} ${problem.column} ${problem.field} ${problem.message}`}
          onClick={() => onPick(problem)}
        >
          <strong>{voice.fill(voice.words.policy.editor.line, { line: problem.line })}</strong>
          <span>{voice.phrase(problem.message)}</span>
          <span>{voice.phrase(problem.remedy)}</span>
        </button>
      ))}
    </div>
  );
}
