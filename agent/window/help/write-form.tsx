import { Button, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Done, Trouble } from '../parts/outcome.tsx';
import { useVoice } from '../parts/speech.tsx';
import { useAct } from '../parts/use-act.ts';

interface WriteFormProps {
  label: string;
  send: string;
  sent: string;
  /** Shortest text, in characters; 0 allows none. */
  shortest: number;
  danger?: boolean;
  /** Something beside the text is missing. */
  incomplete?: boolean;
  onSend: (text: string) => Promise<unknown>;
  children?: ReactNode;
}

/** A text to a person at the office. What was typed stays when it could not be kept. */
export function WriteForm(props: WriteFormProps) {
  const { label, send, sent, shortest, danger = false, incomplete = false, onSend, children } = props;
  const { words } = useVoice();
  const [text, setText] = useState('');
  const [isSent, setSent] = useState(false);
  const { run, isBusy, trouble } = useAct();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const worked = await run(() => onSend(text.trim()));
    setSent(worked);
    if (worked) setText('');
  };
  return (
    <form onSubmit={submit} className="stack">
      {children}
      <Textarea
        label={label}
        required={shortest > 0}
        maxLength={1000}
        autosize
        minRows={2}
        maxRows={8}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setSent(false);
        }}
      />
      <div className="row">
        <Button
          type="submit"
          loading={isBusy}
          disabled={incomplete || text.trim().length < shortest}
          {...(danger && { color: 'red.9' })}
        >
          {send}
        </Button>
      </div>
      <Done>{isSent && sent}</Done>
      <Trouble reason={trouble} />
      {!isSent && !trouble && isBusy && <span className="unseen">{words.help.waiting}</span>}
    </form>
  );
}
