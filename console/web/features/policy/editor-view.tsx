import { Skeleton } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { PolicyProblem } from '../../../../shared/policy/parse.ts';
import { fetchCode } from '../../code.ts';
import { PolicySide } from './policy-side.tsx';
import type { Draft } from './use-policy-draft.ts';

// The editor is the largest part of the console; nobody waits for it who does not write a policy.
const CodeEditor = lazy(fetchCode(async () => ({ default: (await import('./code-editor.tsx')).CodeEditor })));

/** The policy as text, and beside it what it means or what is wrong with it. */
export function EditorView({ draft: { text, parsed, write }, readOnly }: { draft: Draft; readOnly: boolean }) {
  const [place, setPlace] = useState<PolicyProblem>();
  return (
    <div className="editor-columns">
      <Suspense fallback={<Skeleton height="60vh" />}>
        <CodeEditor text={text} place={place} onChange={readOnly ? undefined : write} />
      </Suspense>
      <PolicySide parsed={parsed} onPick={(problem) => setPlace({ ...problem })} />
    </div>
  );
}
