import { useVoice } from './speech.tsx';
import classes from './time-axis.module.css';
import { ticksBetween } from './time-ticks.ts';

/** The days below a chart whose left edge is `from` and whose right edge is `to`, in milliseconds since 1970. */
export function TimeAxis({ from, to }: { from: number; to: number }) {
  const voice = useVoice();
  return (
    <div className={classes['axis']} aria-hidden>
      {ticksBetween(from, to).map(({ at, isDay }) => (
        <span key={at} style={{ left: `${((at - from) / (to - from)) * 100}%` }}>
          {isDay ? voice.day(at) : voice.clock(new Date(at).toISOString(), at)}
        </span>
      ))}
    </div>
  );
}
