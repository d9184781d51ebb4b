import { Group, Text } from '@mantine/core';
import type { Overview } from '../../../../shared/protocol/oversight-views.ts';
import { useVoice } from '../../parts/speech.tsx';
import classes from './overview.module.css';

const width = 1120;
const height = 180;

const layers = ['ready', 'warned', 'locked', 'silent'] as const;
type Layer = (typeof layers)[number];

type Counts = Readonly<Record<Layer, number>>;

/** How many workstations had which access, one layer on the other. */
export function FleetCurve({ series }: { series: Overview['series'] }) {
  const voice = useVoice();
  const { curve: words } = voice.words.overview;
  const points = series.map(({ at, ...counts }) => ({ at: Date.parse(at), counts: countLayers(counts) }));
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2) return <Text size="sm">{words.soon}</Text>;
  const most = Math.max(1, ...points.map(({ counts }) => upTo(layers.length, counts)));
  const x = (at: number) => ((at - first.at) / Math.max(last.at - first.at, 1)) * width;
  const y = (count: number) => height - (count / most) * (height - 8);
  const area = (index: number) => {
    const upper = points.map(({ at, counts }) => `${x(at)},${y(upTo(index + 1, counts))}`);
    const lower = points.map(({ at, counts }) => `${x(at)},${y(upTo(index, counts))}`).reverse();
    return `M${upper.join('L')}L${lower.join('L')}Z`;
  };
  const clock = (at: number) => voice.clock(new Date(at).toISOString(), Date.now());
  const edges = { from: clock(first.at), to: clock(last.at), most: voice.number(most) };
  return (
    <figure style={{ margin: 0 }}>
      <svg
        className={classes['curve']}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={voice.fill(words.told, { ...last.counts, ...edges })}
      >
        {layers.map((layer, index) => (
          <path key={layer} d={area(index)} className={classes[layer]} />
        ))}
      </svg>
      <figcaption>
        <Group gap="md" mt={6}>
          {layers.map((layer) => (
            <Text key={layer} size="sm" c="dimmed" component="span">
              <span className={`${classes['swatch']} ${classes[layer]}`} aria-hidden /> {words.layers[layer]}
            </Text>
          ))}
          <Text size="sm" c="dimmed" component="span" ml="auto">
            {voice.fill(words.span, edges)}
          </Text>
        </Group>
      </figcaption>
    </figure>
  );
}

function countLayers({ ready, warned, draining, locked, silent }: Omit<Overview['series'][number], 'at'>): Counts {
  return { ready, warned: warned + draining, locked: locked - silent, silent };
}

function upTo(index: number, counts: Counts): number {
  return layers.slice(0, index).reduce((sum, layer) => sum + counts[layer], 0);
}
