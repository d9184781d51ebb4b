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
          {parsed.warnings.length > 0 && (
            <Panel title={voice.count(voice.words.policy.editor.warnings, parsed.warnings.length)}>
              <Problems problems={parsed.warnings} tone="warned" onPick={onPick} />
            </Panel>
          )}
          <InWords policy={parsed.policy} />
          <PersonPreview policy={parsed.policy} />
        </>
      ) : (
        <Panel title={voice.count(voice.words.policy.editor.problems, parsed.problems.length)}>
          <Problems problems={parsed.problems} tone="locked" onPick={onPick} />
        </Panel>
      )}
    </Stack>
  );
}

interface ProblemsProps {
  problems: readonly PolicyProblem[];
  tone: 'warned' | 'locked';
  onPick: (problem: PolicyProblem) => void;
}

/** What is wrong with the text, or surely not meant, line by line; each problem leads to its place. */
function Problems({ problems, tone, onPick }: ProblemsProps) {
  const voice = useVoice();
  return (
    <div role="status" className={classes['problems']} data-tone={tone}>
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
