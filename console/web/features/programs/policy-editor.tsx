import type { RefObject } from 'react';
import type { PolicyProblem } from '../../../../shared/policy/parse.ts';
import classes from './policy-editor.module.css';
import { problemsId } from './problem-list.tsx';

interface PolicyEditorProps {
  field: RefObject<HTMLTextAreaElement | null>;
  text: string;
  problems: readonly PolicyProblem[];
  readOnly: boolean;
  onChange: (text: string) => void;
}

/** A plain text field with numbered lines: browser, keyboard and screen reader treat it as the text it is. */
export function PolicyEditor({ field, text, problems, readOnly, onChange }: PolicyEditorProps) {
  const lines = text.split('\n').map((_, index) => index + 1);
  const wrong = new Set(problems.map(({ line }) => line));
  return (
    <div className={classes['editor']}>
      <pre className={classes['numbers']} aria-hidden>
        {lines.map((line) => (
          <span key={line} data-wrong={wrong.has(line) || undefined}>
            {line}
            {'\n'}
          </span>
        ))}
      </pre>
      <textarea
        ref={field}
        className={classes['text']}
        aria-label="Policy as YAML"
        aria-invalid={problems.length > 0}
        aria-describedby={problemsId}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        wrap="off"
        readOnly={readOnly}
        rows={lines.length + 1}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}
