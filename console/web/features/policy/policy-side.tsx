import { Stack } from '@mantine/core';
import type { ParsedPolicy, PolicyProblem } from '../../../../shared/policy/parse.ts';
import { Panel } from '../../parts/page.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { InWords } from './in-words.tsx';
import { PersonPreview } from './person-preview.tsx';
import classes from './policy.module.css';

interface PolicySideProps {
  parsed: ParsedPolicy;
  onPick: (problem: PolicyProblem) => void;
}

/** Beside either view of the policy: what it means and what people will read, or what is wrong with it. */
export function PolicySide({ parsed, onPick }: PolicySideProps) {
  const voice = useVoice();
  return (
    <Stack gap="md">
      {parsed.ok ? (
        <>
          <InWords policy={parsed.policy} />
          <PersonPreview policy={parsed.policy} />
        </>
      ) : (
        <Panel title={voice.count(voice.words.policy.editor.problems, parsed.problems.length)}>
          <Problems problems={parsed.problems} onPick={onPick} />
        </Panel>
      )}
    </Stack>
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
