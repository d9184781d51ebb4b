import { useModel } from '../model.ts';
import { useNow } from '../parts/clock.ts';
import { useVoice } from '../parts/speech.tsx';
import classes from './caller-code.module.css';

const minute = 60_000;
const round = 2 * Math.PI * 16;

/** Six digits for the phone, and a ring that empties as their minute runs out. */
export function CallerCode() {
  const voice = useVoice();
  const { help } = voice.words;
  const { callerCode } = useModel();
  const now = useNow(1000);
  if (!callerCode) return <p className="dimmed">{help.codeMissing}</p>;
  const left = Math.max(0, Math.min(minute, Date.parse(callerCode.until) - now));
  return (
    <div className="stack">
      <p>{help.codeMore}</p>
      <div className={classes['code']}>
        {/* Read digit by digit, not as a number of six places. */}
        <output className={classes['digits']} aria-label={[...callerCode.digits].join(' ')}>
          {callerCode.digits.slice(0, 3)} {callerCode.digits.slice(3)}
        </output>
        <svg viewBox="0 0 40 40" width={40} height={40} aria-hidden="true">
          <title>{help.code}</title>
          <circle cx="20" cy="20" r="16" className={classes['track']} />
          <circle
            cx="20"
            cy="20"
            r="16"
            className={classes['left']}
            strokeDasharray={`${(round * left) / minute} ${round}`}
            transform="rotate(-90 20 20)"
          />
        </svg>
        <span role="timer" className="dimmed">
          {voice.fill(help.codeLeft, { seconds: voice.span(Math.ceil(left / 1000) * 1000) })}
        </span>
      </div>
      <p className="dimmed">{help.codeWarning}</p>
    </div>
  );
}
