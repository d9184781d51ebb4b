import { useState } from 'react';
import { useNow } from '../parts/clock.ts';
import { useVoice } from '../parts/speech.tsx';
import { looks } from '../parts/state-mark.tsx';
import type { Sentence } from './sentence.ts';
import type { WindowState } from './verdict.ts';
import classes from './verdict-card.module.css';

interface VerdictCardProps {
  state: WindowState;
  sentence: Sentence;
  deadline?: string | undefined;
}

/** One sentence first. It is read out when it changes; the countdown beside it is not. */
export function VerdictCard({ state, sentence, deadline }: VerdictCardProps) {
  const { words } = useVoice();
  const { tone, icon: Icon } = looks[state];
  const isBusy = state === 'checking' || state === 'crashed';
  return (
    <section className={`${classes['card']} ${classes[tone]}`} data-state={state}>
      <Icon size={30} aria-hidden className={isBusy ? classes['turning'] : ''} />
      <div className={classes['body']}>
        <div role="status">
          <p className={classes['word']}>{words.access[state]}</p>
          <h1>{sentence.first}</h1>
        </div>
        {deadline && <Countdown until={deadline} />}
        {sentence.more && <p>{sentence.more}</p>}
        {state === 'checking' && <LongWait />}
      </div>
    </section>
  );
}

function Countdown({ until }: { until: string }) {
  const voice = useVoice();
  const now = useNow(1000);
  const left = Math.max(0, Date.parse(until) - now);
  return (
    <p className={classes['left']} role="timer" aria-label={voice.words.verdict.leftAria}>
      {voice.fill(voice.words.verdict.left, { time: voice.countdown(left) })}
    </p>
  );
}

/** Milliseconds after which a wait is explained. */
const long = 30_000;

function LongWait() {
  const { words } = useVoice();
  const [since] = useState(Date.now);
  const now = useNow(1000);
  return <p role="status">{now - since > long && words.verdict.checkingLong}</p>;
}
