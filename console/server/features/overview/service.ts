import type { Overview, Transition } from '../../../../shared/protocol/oversight-views.ts';
import { addSeconds } from '../../../../shared/time.ts';
import { isInScope, type Operator } from '../../http/who.ts';
import { Turn } from '../../rest.ts';
import type { Db } from '../../store/engine.ts';
import { readHourlySamples } from '../housekeeping/store.ts';
import { countFacets, type ListSources } from '../workstations/list.ts';
import { readLatencies, readTransitions } from './latencies.ts';

export interface OverviewDeps extends ListSources {
  readonly db: Db;
  now(): Date;
}

/** Slices of one kind that are told apart. */
const mostSlices = 12;
const day = 86_400;
const week = 7 * day;
const fortnight = 2 * week;
const points = 168;

export interface Wanted {
  readonly program?: string | undefined;
  readonly operator: Operator;
}

/** The whole fleet in figures, from memory and from what was sampled. */
export class OverviewService {
  readonly #deps: OverviewDeps;

  constructor(deps: OverviewDeps) {
    this.#deps = deps;
  }

  async overview(wanted: Wanted): Promise<Overview> {
    const { db, board, now } = this.#deps;
    const at = now().toISOString();
    const { facets, total } = await countFacets(
      { program: wanted.program },
      { operator: wanted.operator, now: now() },
      { ...this.#deps, most: mostSlices },
    );
    const programs = this.#programs(wanted);
    const ids = programs.map(({ id }) => id);
    return {
      at,
      workstations: total,
      facets,
      programs: programs.map(({ id, name }) => ({ id, name, counts: board.counts(id) })),
      series: await this.#series(ids, at),
      latency: await readLatencies(db, ids, addSeconds(at, -week)),
    };
  }

  /** What the figures of speed are made of, the slowest first. */
  async slowest(of: 'lock' | 'fix', limit: number, wanted: Wanted): Promise<{ rows: Transition[]; total: number }> {
    const { db, directory, roster, now } = this.#deps;
    const ids = this.#programs(wanted).map(({ id }) => id);
    const measured = (await readTransitions(db, ids, addSeconds(now(), -week)))[of];
    const slowest = measured.sort((left, right) => right.total - left.total).slice(0, limit);
    const rows = slowest.map((one) => {
      const { hostName = one.workstation, person } = roster.find(one.workstation) ?? {};
      return { ...one, hostName, person, programName: directory.find(one.program)?.name ?? one.program };
    });
    return { rows, total: measured.length };
  }

  #programs(wanted: Wanted) {
    return this.#deps.directory.all().filter(({ id }) => fits(id, wanted));
  }

  /** One point for every two hours or so: the last sample of each. */
  async #series(programs: readonly string[], at: string): Promise<Overview['series']> {
    const from = addSeconds(at, -fortnight);
    const step = (fortnight * 1000) / points;
    const last = new Map<number, Overview['series'][number]>();
    const turn = new Turn();
    for (let start = from; start < at; start = addSeconds(start, day)) {
      for (const sample of await readHourlySamples(
        this.#deps.db,
        { from: start, to: addSeconds(start, day) },
        programs,
      )) {
        const index = Math.floor((Date.parse(sample.at) - Date.parse(from)) / step);
        last.set(index, { ...sample, at: new Date(Date.parse(from) + index * step).toISOString() });
      }
      if (turn.isOver) await turn.next();
    }
    return [...last.values()];
  }
}

function fits(program: string, { program: wanted, operator }: Wanted): boolean {
  return (wanted === undefined || wanted === program) && isInScope(operator, [program]);
}
