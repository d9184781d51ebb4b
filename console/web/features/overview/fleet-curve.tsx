import { Group, Text } from '@mantine/core';
import { type PointerEvent, useState } from 'react';
import type { Overview } from '../../../../shared/protocol/oversight-views.ts';
import { useVoice } from '../../parts/speech.tsx';
import { TimeAxis } from '../../parts/time-axis.tsx';
import classes from './overview.module.css';

const width = 1120;
const height = 180;

const layers = ['ready', 'warned', 'locked', 'silent'] as const;
type Layer = (typeof layers)[number];

type Counts = Readonly<Record<Layer, number>>;

interface Point {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly counts: Counts;
}

/** How many workstations had which access, one layer on the other. */
export function FleetCurve({ series }: { series: Overview['series'] }) {
  const voice = useVoice();
  const { curve: words } = voice.words.overview;
  const [pointed, setPointed] = useState<Point>();
  const points = series.map(({ at, ...counts }) => ({ at: Date.parse(at), counts: countLayers(counts) }));
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2) return <Text size="sm">{words.soon}</Text>;
  const most = Math.max(1, ...points.map(({ counts }) => upTo(layers.length, counts)));
  const span = Math.max(last.at - first.at, 1);
  const clock = (at: number) => voice.clock(new Date(at).toISOString(), Date.now());
  const numbers = (counts: Counts) => ({
    ready: voice.number(counts.ready),
    warned: voice.number(counts.warned),
    locked: voice.number(counts.locked),
    silent: voice.number(counts.silent),
  });
  const told = { ...numbers(last.counts), from: clock(first.at), to: clock(last.at), most: voice.number(most) };
  const point = (event: PointerEvent) => {
    const { left, width: drawn } = event.currentTarget.getBoundingClientRect();
    setPointed(nearest(points, first.at + ((event.clientX - left) / drawn) * span));
  };
  return (
    <figure style={{ margin: 0 }}>
      <div className={classes['plot']} onPointerMove={point} onPointerLeave={() => setPointed(undefined)}>
        <span className={classes['top']} aria-hidden>
          {voice.number(most)}
        </span>
        <svg
          className={classes['curve']}
          viewBox={`0 0 ${width} ${height}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={voice.fill(words.told, told)}
        >
          <Layers points={points} from={first.at} span={span} most={most} />
        </svg>
        {pointed && (
          <span
            className={classes['pointed']}
            style={{ left: `${((pointed.at - first.at) / span) * 100}%` }}
            aria-hidden
          />
        )}
      </div>
      <TimeAxis from={first.at} to={last.at} />
      <figcaption>
        <Group gap="md" mt={6}>
          {layers.map((layer) => (
            <Text key={layer} size="sm" c="dimmed" component="span">
              <span className={`${classes['swatch']} ${classes[layer]}`} aria-hidden /> {words.layers[layer]}
            </Text>
          ))}
          <Text size="sm" component="span" ml="auto">
            {pointed && voice.fill(words.at, { ...numbers(pointed.counts), time: clock(pointed.at) })}
          </Text>
        </Group>
      </figcaption>
    </figure>
  );
}

interface LayersProps {
  points: readonly Point[];
  from: number;
  span: number;
  most: number;
}

function Layers({ points, from, span, most }: LayersProps) {
  const x = (at: number) => ((at - from) / span) * width;
  const y = (count: number) => height - (count / most) * (height - 2);
  const area = (index: number) => {
    const upper = points.map(({ at, counts }) => `${x(at)},${y(upTo(index + 1, counts))}`);
    const lower = points.map(({ at, counts }) => `${x(at)},${y(upTo(index, counts))}`).reverse();
    return `M${upper.join('L')}L${lower.join('L')}Z`;
  };
  return layers.map((layer, index) => <path key={layer} d={area(index)} className={classes[layer]} />);
}

function nearest(points: readonly Point[], at: number): Point | undefined {
  const away = (point: Point) => Math.abs(point.at - at);
  return points.reduce<Point | undefined>((best, one) => (best && away(best) <= away(one) ? best : one), undefined);
}

function countLayers({ ready, warned, draining, locked, silent }: Omit<Overview['series'][number], 'at'>): Counts {
  return { ready, warned: warned + draining, locked: locked - silent, silent };
}

function upTo(index: number, counts: Counts): number {
  return layers.slice(0, index).reduce((sum, layer) => sum + counts[layer], 0);
}
