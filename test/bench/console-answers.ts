import { setTimeout as wait } from 'node:timers/promises';
import { type Api, openApi } from '../../console/commands/api.ts';
import { consoleRoutes } from '../../shared/protocol/console-routes.ts';
import type { ConsoleStage } from './console-stage.ts';
import { median, percentile } from './figures.ts';
import { blockedOf, startServer } from './server-process.ts';

const calls = 15;

export interface Answered {
  readonly name: string;
  readonly times: number[];
  /** Milliseconds that a bare server takes for as many bytes. */
  readonly bare: number;
  /** The longest time in which the console answered nobody else meanwhile; milliseconds. */
  readonly blocked: number;
}

/** How long the routes behind the screens take, beside a bare server that sends as many bytes. */
export async function measureAnswers(stage: ConsoleStage): Promise<Answered[]> {
  const api = openApi(stage.home);
  const bare = await startServer<{ url: string }>('bare-answer-server.ts', '0');
  const answered: Answered[] = [];
  for (const [name, path] of await pathsOf(api, stage.size)) {
    await download(api, path);
    await blockedOf(stage.server);
    const times: number[] = [];
    const floor: number[] = [];
    for (let call = 0; call < calls; call += 1) {
      const { took, bytes } = await download(api, path);
      times.push(took);
      floor.push(await timeBare(`${bare.ready.url}/${bytes}`));
    }
    answered.push({ name, times, bare: median(floor), blocked: await blockedOf(stage.server) });
  }
  await bare.close();
  return answered;
}

async function pathsOf(api: Api, size: number): Promise<[string, string][]> {
  const { sections } = await api.call(consoleRoutes.triage, { query: {} });
  const groups = sections.flatMap(({ section, groups: own }) => own.map((group) => ({ section, ...group })));
  const [largest] = groups.sort((left, right) => right.workstations - left.workstations);
  const group = encodeURIComponent(largest?.key ?? '');
  return [
    ['workstations, first page', '/api/v1/workstations?limit=100'],
    ['workstations, searched', '/api/v1/workstations?limit=100&search=santos'],
    ['workstations, a deep page', `/api/v1/workstations?limit=100&offset=${Math.floor(size * 0.9)}`],
    ['workstations, by person', `/api/v1/workstations?limit=100&sort=person&offset=${Math.floor(size * 0.5)}`],
    ['workstations, behind a figure', '/api/v1/workstations?limit=100&vpn=full'],
    ['workstations, further filters', '/api/v1/workstations/facets'],
    ['triage', '/api/v1/triage'],
    ['triage, searched', '/api/v1/triage?search=santos'],
    ['triage, its largest group', `/api/v1/triage/rows?section=${largest?.section}&group=${group}&limit=100`],
    ['overview', '/api/v1/overview'],
    ['programs', '/api/v1/programs'],
    ['people', '/api/v1/people?limit=50'],
    ['audit, searched', '/api/v1/audit?limit=50&search=nordwind'],
  ];
}

async function download(api: Api, path: string): Promise<{ took: number; bytes: number }> {
  const asked = performance.now();
  let bytes = 0;
  for await (const part of api.download(path)) bytes += part.length;
  return { took: performance.now() - asked, bytes };
}

async function timeBare(url: string): Promise<number> {
  const asked = performance.now();
  await (await fetch(url)).arrayBuffer();
  return performance.now() - asked;
}

export interface Neighbours {
  /** Milliseconds of each answer of the gate. */
  readonly alone: number[];
  readonly beside: number[];
}

/** How long the gate's own answers take while nobody looks, and while screens are read one after the other. */
export async function measureGate(stage: ConsoleStage): Promise<Neighbours> {
  const api = openApi(stage.home);
  const alone = await askGate(stage.url, 3_000);
  let isRead = true;
  const reading = (async () => {
    const paths = await pathsOf(api, stage.size);
    while (isRead) for (const [, path] of paths) if (isRead) await download(api, path);
  })();
  const beside = await askGate(stage.url, 10_000);
  isRead = false;
  await reading;
  return { alone, beside };
}

export interface Desk {
  /** Milliseconds of each answer to an operator who has the triage open. */
  readonly one: number[];
  readonly many: number[];
  /** Of the gate meanwhile. */
  readonly gate: number[];
}

export const operators = 20;

/** Operators who have the triage open while something always changes: each asks again 800 ms after an answer. */
export async function measureDesk(stage: ConsoleStage): Promise<Desk> {
  const api = openApi(stage.home);
  const sit = async (until: number) => {
    const times: number[] = [];
    await wait(Math.random() * 800);
    while (performance.now() < until) {
      times.push((await download(api, '/api/v1/triage')).took);
      await wait(800);
    }
    return times;
  };
  const one = await sit(performance.now() + 10_000);
  const until = performance.now() + 10_000;
  const [gate, ...many] = await Promise.all([
    askGate(stage.url, 10_000),
    ...Array.from({ length: operators }, () => sit(until)),
  ]);
  return { one, many: many.flat(), gate };
}

async function askGate(url: string, milliseconds: number): Promise<number[]> {
  const times: number[] = [];
  for (const until = performance.now() + milliseconds; performance.now() < until; ) {
    const asked = performance.now();
    await (await fetch(`${url}/authz/nginx`)).arrayBuffer();
    times.push(performance.now() - asked);
    await wait(1);
  }
  return times;
}

export interface Planned {
  readonly workstations: number;
  /** Seconds. */
  readonly now: number;
  readonly fortnight: number;
  /** Milliseconds: p99 of the gate's answers meanwhile. */
  readonly gate: number;
}

/** A stricter policy for the largest program: on the facts as they are, and on a fortnight of recorded history. */
export async function measurePlan(stage: ConsoleStage): Promise<Planned> {
  const api = openApi(stage.home);
  const { text } = await api.call(consoleRoutes.policy, { params: { id: 'nordwind' } });
  const strict = text.replace('required: false', 'required: true');
  const plan = async (days: number) => {
    const asked = performance.now();
    let job = await api.call(consoleRoutes.startPlan, { params: { id: 'nordwind' }, body: { text: strict, days } });
    while (job.state === 'running') {
      await wait(50);
      job = await api.call(consoleRoutes.plan, { params: { id: job.id } });
    }
    return { seconds: (performance.now() - asked) / 1_000, workstations: job.total };
  };
  const { seconds: now, workstations } = await plan(0);
  const [{ seconds: fortnight }, gate] = await Promise.all([plan(14), askGate(stage.url, 3_000)]);
  return { workstations, now, fortnight, gate: percentile(gate, 0.99) };
}
