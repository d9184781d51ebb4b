import { readdirSync, statSync } from 'node:fs';
import { type Answered, measureAnswers, measureDesk, measureGate, measurePlan, operators } from './console-answers.ts';
import { measureLive, measureSearch, measureViews, startFlood, watchScreen } from './console-screens.ts';
import { type ConsoleStage, openConsoleStage } from './console-stage.ts';
import { type Figure, median, percentile } from './figures.ts';
import { usageOf } from './server-process.ts';

const size = Number(process.env['BENCH_FLEET'] ?? 100_000);
const few = 100;
const flooding = 50;

type Measured = Awaited<ReturnType<typeof measure>>;

/** The console with 100,000 workstations, beside the same console with a hundred. */
export async function bench(): Promise<Figure[]> {
  const small = await measureAt(few);
  const large = await measureAt(size);
  return [...views(large, small), ...live(large, small), ...answers(large), ...whole(large, small), ...bundle(large)];
}

async function measureAt(workstations: number) {
  const stage = await openConsoleStage(workstations);
  try {
    return await measure(stage);
  } finally {
    await stage.close();
  }
}

async function measure(stage: ConsoleStage) {
  const { startedIn, gateIn } = stage;
  const started = await usageOf(stage.server);
  const triage = await measureViews(stage, '/triage');
  const list = await measureViews(stage, '/workstations');
  const search = await measureSearch(stage, '/workstations');
  const answered = await measureAnswers(stage);
  const gate = await measureGate(stage);
  const desk = await measureDesk(stage);
  const planned = await measurePlan(stage);
  const quiet = await measureBoth(stage, 0);
  const flooded = stage.size > few ? await measureFlood(stage) : undefined;
  const { memory } = await usageOf(stage.server);
  return {
    ...{ startedIn, gateIn, startMemory: started.memory, memory, triage, list, search, answered, gate, desk },
    ...{ planned, quiet, flooded },
  };
}

/** A report → its row on either screen; each with a workstation of its own. */
async function measureBoth(stage: ConsoleStage, first: number) {
  const row = await measureLive(stage, '/workstations', await stage.connect(first));
  const triage = await measureLive(stage, '/triage', await stage.connect(first + 1));
  return { row, triage };
}

async function measureFlood(stage: ConsoleStage) {
  const others = await Promise.all(Array.from({ length: flooding }, (_, index) => stage.connect(index + 2)));
  const flood = startFlood(others);
  const live = await measureBoth(stage, flooding + 2);
  const triage = await watchScreen(stage, '/triage');
  const list = await watchScreen(stage, '/workstations');
  flood.stop();
  return { live, triage, list };
}

function views(large: Measured, small: Measured): Figure[] {
  const screens = [
    ['/triage', large.triage, small.triage],
    ['/workstations', large.list, small.list],
  ] as const;
  const first = screens.flatMap(([screen, many, some]) =>
    (['cold', 'warm'] as const).map((cache): Figure => {
      const measured = median(many[cache]);
      return {
        what: `first view of ${screen}, ${cache} cache, median of ${many[cache].length}`,
        ...{ measured, unit: 'ms', baseline: { what: `with ${few}`, value: median(some[cache]) } },
        budget: { text: '≤ 1 s', kept: measured <= 1_000 },
      };
    }),
  );
  return [...first, ...spread('search typed → rows that fit', large.search, small.search)];
}

function spread(
  what: string,
  values: readonly number[],
  baseline?: readonly number[],
  beside = `with ${few}`,
): Figure[] {
  return ([0.5, 0.95] as const).map((share) => ({
    what: `${what}, ${share === 0.5 ? `median of ${values.length}` : 'p95'}`,
    ...{ measured: percentile(values, share), unit: 'ms' },
    ...(baseline && { baseline: { what: beside, value: percentile(baseline, share) } }),
  }));
}

function live({ quiet, flooded }: Measured, small: Measured): Figure[] {
  const while50 = `while ${flooding} others change a second`;
  const figures = [
    ...spread('report → its row shows the access', quiet.row, small.quiet.row),
    ...spread('report → its row in the triage', quiet.triage, small.quiet.triage),
  ];
  if (!flooded) return figures;
  const watched = (['triage', 'list'] as const).flatMap((screen): Figure[] => {
    const { load, requests, blocked } = flooded[screen];
    const name = screen === 'list' ? '/workstations' : '/triage';
    return [
      { what: `${name} open, ${while50}: the console`, measured: load, unit: '% of a core' },
      { what: `${name} open, ${while50}: it asks`, measured: requests, unit: 'requests/s' },
      { what: `${name} open, ${while50}: longest stop`, measured: blocked, unit: 'ms' },
    ];
  });
  return [
    ...figures,
    ...spread(`report → its row shows the access, ${while50}`, flooded.live.row, small.quiet.row),
    ...spread(`report → its row in the triage, ${while50}`, flooded.live.triage, small.quiet.triage),
    ...watched,
  ];
}

function answers({ answered, gate, desk }: Measured): Figure[] {
  const p99 = percentile(gate.beside, 0.99);
  return [
    ...answered.flatMap(({ name, times, bare, blocked }: Answered): Figure[] => [
      {
        what: `API: ${name}, median of ${times.length}`,
        ...{ measured: median(times), unit: 'ms', baseline: { what: 'as many bytes, bare', value: bare } },
      },
      { what: `API: ${name}, longest stop of the console`, measured: blocked, unit: 'ms' },
    ]),
    {
      what: 'gate answers while screens are read, p99',
      ...{ measured: p99, unit: 'ms', baseline: { what: 'while nobody reads', value: percentile(gate.alone, 0.99) } },
      budget: { text: 'p99 ≤ 5 ms', kept: p99 <= 5 },
    },
    {
      what: 'gate answers while screens are read, the slowest',
      ...{ measured: Math.max(...gate.beside), unit: 'ms' },
      baseline: { what: 'while nobody reads', value: Math.max(...gate.alone) },
    },
    ...spread(`triage for ${operators} operators at once`, desk.many, desk.one, 'for one'),
    {
      what: 'gate answers meanwhile, p99',
      ...{ measured: percentile(desk.gate, 0.99), unit: 'ms' },
      baseline: { what: 'while nobody reads', value: percentile(gate.alone, 0.99) },
    },
  ];
}

function whole(large: Measured, small: Measured): Figure[] {
  const { planned } = large;
  const beside = (value: number) => ({ what: `with ${few}`, value });
  return [
    { what: `plan for ${planned.workstations}: the facts as they are`, measured: planned.now, unit: 's' },
    { what: `plan for ${planned.workstations}: a fortnight too`, measured: planned.fortnight, unit: 's' },
    { what: 'gate answers while a plan is worked out, p99', measured: planned.gate, unit: 'ms' },
    {
      what: `start with ${size}, until the gate answers`,
      ...{ measured: large.gateIn / 1_000, unit: 's', baseline: beside(small.gateIn / 1_000) },
    },
    {
      what: `start with ${size}, until all of it answers`,
      ...{ measured: large.startedIn / 1_000, unit: 's', baseline: beside(small.startedIn / 1_000) },
    },
    {
      what: `memory with ${size}, after the start`,
      ...{ measured: large.startMemory / 2 ** 20, unit: 'MiB', baseline: beside(small.startMemory / 2 ** 20) },
    },
    {
      what: `memory with ${size}, after all of this`,
      ...{ measured: large.memory / 2 ** 20, unit: 'MiB', baseline: beside(small.memory / 2 ** 20) },
    },
  ];
}

/** What a browser fetches for its first screen, compressed, beside all files there are. */
function bundle({ triage, list }: Measured): Figure[] {
  const folder = new URL('../../console/web/dist/assets/', import.meta.url);
  const names = new Set(readdirSync(folder));
  const all = [...names]
    .filter((name) => !/\.(?:br|gz)$/.test(name))
    .map((name) => statSync(new URL(names.has(`${name}.br`) ? `${name}.br` : name, folder)).size)
    .reduce((sum, bytes) => sum + bytes, 0);
  const baseline = { what: 'all files there are', value: all / 1024 };
  return [
    { what: 'files for the first view of /triage, as sent', measured: triage.bytes / 1024, unit: 'KiB', baseline },
    { what: 'files for the first view of /workstations, as sent', measured: list.bytes / 1024, unit: 'KiB', baseline },
  ];
}
