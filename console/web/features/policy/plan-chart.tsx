import { Text } from '@mantine/core';
import type { PlanHistory } from '../../../../shared/protocol/policy-views.ts';
import { useVoice } from '../../parts/speech.tsx';
import { TimeAxis } from '../../parts/time-axis.tsx';
import classes from './policy.module.css';

const width = 1120;
const height = 130;

/** Workstations locked in each stretch of the recorded history, under the policy in force and under the draft. */
export function PlanChart({ history: { series } }: { history: PlanHistory }) {
  const voice = useVoice();
  const { chart: words } = voice.words.policyPlan;
  const most = Math.max(1, ...series.map(({ before, after }) => Math.max(before, after)));
  const step = width / series.length;
  const bar = (count: number) => (count / most) * (height - 14);
  const now = Date.now();
  const [first, last] = [series[0]?.at, series.at(-1)?.at];
  return (
    <figure style={{ margin: 0 }}>
      <svg
        className={classes['chart']}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={voice.fill(words.label, {
          after: Math.max(...series.map(({ after }) => after)),
          before: Math.max(...series.map(({ before }) => before)),
        })}
      >
        {series.map(({ at, before, after }, index) => (
          <g key={at}>
            <title>{voice.fill(words.bar, { time: voice.clock(at, now), after, before })}</title>
            <rect
              className={classes['before']}
              x={index * step + 2}
              width={step / 2 - 3}
              y={height - bar(before)}
              height={bar(before)}
            />
            <rect
              className={classes['after']}
              x={index * step + step / 2}
              width={step / 2 - 3}
              y={height - bar(after)}
              height={bar(after)}
            />
          </g>
        ))}
        <line x1="0" x2={width} y1={height - 0.5} y2={height - 0.5} stroke="var(--line)" />
      </svg>
      {first && last && <TimeAxis from={Date.parse(first)} to={endOf(first, last, series.length)} />}
      <figcaption>
        <Text size="sm" c="dimmed" component="div">
          <span
            className={`${classes['legend']} ${classes['after']}`}
            style={{ background: 'light-dark(#c92a2a, #ff8787)' }}
          />
          {words.draft}{' '}
          <span
            className={classes['legend']}
            style={{ background: 'light-dark(#868e96, #8d96a1)', marginLeft: '0.75rem' }}
          />
          {words.inForce} · {voice.fill(words.legend, { most })}
          {first &&
            last &&
            ` · ${voice.fill(words.span, { from: voice.clock(first, now), to: voice.clock(last, now) })}`}
        </Text>
      </figcaption>
    </figure>
  );
}

/** When the last of so many stretches of the same length is over, in milliseconds since 1970. */
function endOf(first: string, last: string, stretches: number): number {
  const [from, to] = [Date.parse(first), Date.parse(last)];
  return to + (to - from) / Math.max(stretches - 1, 1);
}
