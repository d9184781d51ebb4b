import { Group, Text } from '@mantine/core';
import type { Overview } from '../../../../shared/protocol/oversight-views.ts';
import { sayClock } from '../../parts/time-words.ts';
import classes from './overview.module.css';

const width = 1120;
const height = 180;

const layers = [
  { name: 'ready', label: 'Ready' },
  { name: 'warned', label: 'Fix soon' },
  { name: 'locked', label: 'Locked by a check or by hand' },
  { name: 'silent', label: 'Out of contact' },
] as const;

type Layer = (typeof layers)[number]['name'];

/** How many workstations had which access, one layer on the other. */
export function FleetCurve({ series }: { series: Overview['series'] }) {
  const [first, last] = [series[0], series.at(-1)];
  if (!first || !last || series.length < 2) {
    return (
      <Text size="sm">The curve begins when the console has run for a few hours; it looks every five minutes.</Text>
    );
  }
  const points = series.map(({ at, ready, warned, draining, locked, silent }) => ({
    at: Date.parse(at),
    counts: { ready, warned: warned + draining, locked: locked - silent, silent } satisfies Record<Layer, number>,
  }));
  const most = Math.max(1, ...points.map(({ counts }) => layers.reduce((sum, { name }) => sum + counts[name], 0)));
  const [from, to] = [Date.parse(first.at), Date.parse(last.at)];
  const x = (at: number) => ((at - from) / Math.max(to - from, 1)) * width;
  const y = (count: number) => height - (count / most) * (height - 8);
  const upTo = (index: number, counts: Record<Layer, number>) =>
    layers.slice(0, index).reduce((sum, { name }) => sum + counts[name], 0);
  const area = (index: number) => {
    const upper = points.map(({ at, counts }) => `${x(at)},${y(upTo(index + 1, counts))}`);
    const lower = points.map(({ at, counts }) => `${x(at)},${y(upTo(index, counts))}`).reverse();
    return `M${upper.join('L')}L${lower.join('L')}Z`;
  };
  const now = Date.now();
  return (
    <figure style={{ margin: 0 }}>
      <svg
        className={classes['curve']}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`From ${sayClock(first.at, now)} to ${sayClock(last.at, now)}: now ${last.ready} ready, ${last.warned + last.draining} to fix something, ${last.locked - last.silent} locked, ${last.silent} out of contact; at most ${most} at once.`}
      >
        {layers.map(({ name }, index) => (
          <path key={name} d={area(index)} className={classes[name]} />
        ))}
      </svg>
      <figcaption>
        <Group gap="md" mt={6}>
          {layers.map(({ name, label }) => (
            <Text key={name} size="sm" c="dimmed" component="span">
              <span className={`${classes['swatch']} ${classes[name]}`} aria-hidden /> {label}
            </Text>
          ))}
          <Text size="sm" c="dimmed" component="span" ml="auto">
            {sayClock(first.at, now)} to {sayClock(last.at, now)} · top line {most.toLocaleString('en')}
          </Text>
        </Group>
      </figcaption>
    </figure>
  );
}
