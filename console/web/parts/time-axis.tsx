import { useVoice } from './speech.tsx';
import classes from './time-axis.module.css';
import { ticksBetween } from './time-ticks.ts';

/** A label after this share of the axis would be cut off at its end; on a narrow screen that comes sooner. */
const lastLabel = { wide: 0.92, narrow: 0.8 };

/** The days below a chart whose left edge is `from` and whose right edge is `to`, in milliseconds since 1970. */
export function TimeAxis({ from, to }: { from: number; to: number }) {
  const voice = useVoice();
  return (
    <div className={classes['axis']} aria-hidden>
      {ticksBetween(from, to).map(({ at, isDay }) => {
        const share = (at - from) / (to - from);
        return (
          <span key={at} style={{ left: `${share * 100}%` }} data-end={share > lastLabel.narrow || undefined}>
            {share <= lastLabel.wide && (
              <span>{isDay ? voice.day(at) : voice.clock(new Date(at).toISOString(), at)}</span>
            )}
          </span>
        );
      })}
    </div>
  );
}
