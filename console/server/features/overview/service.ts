import { setImmediate as pause } from 'node:timers/promises';
import { Facet, type Overview, type OverviewRow } from '../../../../shared/protocol/oversight-views.ts';
import { addSeconds } from '../../../../shared/time.ts';
import type { AccessReader } from '../../access/board.ts';
import { pageOf } from '../../http/page.ts';
import { isInScope, type Operator } from '../../http/who.ts';
import type { Db } from '../../store/engine.ts';
import { readHourlySamples } from '../housekeeping/store.ts';
import type { Directory } from '../programs/directory.ts';
import type { Roster, Workstation } from '../workstations/roster.ts';
import { worst } from '../workstations/views.ts';
import { facetsOf } from './facets.ts';
import { readLatencies } from './latencies.ts';

export interface OverviewDeps {
  readonly db: Db;
  readonly roster: Roster;
  readonly board: AccessReader;
  readonly directory: Directory;
  now(): Date;
}

/** Workstations looked at before others may work. */
const stride = 1_000;
/** Slices of one kind that are told apart. */
const mostSlices = 12;
const fortnight = 14 * 86_400;
const points = 168;

export interface Wanted {
  readonly program?: string | undefined;
  readonly operator: Operator;
}

/** Counts the fleet from memory, a thousand workstations at a time. */
export class OverviewService {
  readonly #deps: OverviewDeps;

  constructor(deps: OverviewDeps) {
    this.#deps = deps;
  }

  async overview(wanted: Wanted): Promise<Overview> {
    const { db, board, directory, now } = this.#deps;
    const at = now().toISOString();
    const counts = new Map<Facet, Map<string, number>>(Facet.options.map((facet) => [facet, new Map()]));
    let workstations = 0;
    await this.#each(wanted, (_workstation, facets) => {
      workstations += 1;
      for (const facet of Facet.options) {
        const slices = counts.get(facet);
        for (const value of facets[facet]) slices?.set(value, (slices.get(value) ?? 0) + 1);
      }
    });
    const programs = directory.all().filter(({ id }) => fits(id, wanted));
    const ids = programs.map(({ id }) => id);
    return {
      at,
      workstations,
      facets: Object.fromEntries(
        Facet.options.map((facet) => [facet, toSlices(counts.get(facet) ?? new Map())]),
      ) as Overview['facets'],
      programs: programs.map(({ id, name }) => ({ id, name, counts: board.counts(id) })),
      series: await this.#series(ids, at),
      latency: await readLatencies(db, ids, addSeconds(at, -7 * 86_400)),
    };
  }

  /** The workstations behind one slice. */
  async list(
    wanted: Wanted & { facet: Facet; value: string; limit: number; offset: number },
  ): Promise<{ rows: OverviewRow[]; total: number }> {
    const { facet, value, limit, offset } = wanted;
    const found: Workstation[] = [];
    await this.#each(wanted, (workstation, facets) => {
      if (facets[facet].includes(value)) found.push(workstation);
    });
    const page = pageOf(found, byHostName, { offset, limit });
    const rows = page.map(({ id, hostName, person, system, agentVersion, contact }) => ({
      ...{ id, hostName, system, agentVersion, access: worst(this.#deps.board.of(id)) },
      person,
      lastContactAt: contact.at,
    }));
    return { rows, total: found.length };
  }

  async #each(
    wanted: Wanted,
    visit: (workstation: Workstation, facets: ReturnType<typeof facetsOf>) => void,
  ): Promise<void> {
    const { roster, board, now } = this.#deps;
    const at = now();
    let seen = 0;
    for (const workstation of roster.all()) {
      seen += 1;
      if (seen % stride === 0) await pause();
      if (!workstation.programs.some((id) => fits(id, wanted))) continue;
      const entries = board.of(workstation.id).filter(({ program }) => fits(program, wanted));
      visit(workstation, facetsOf(workstation, entries, at));
    }
  }

  /** One point for every two hours or so: the last sample of each. */
  async #series(programs: readonly string[], at: string): Promise<Overview['series']> {
    const from = addSeconds(at, -fortnight);
    const step = (fortnight * 1000) / points;
    const last = new Map<number, Overview['series'][number]>();
    for (const sample of await readHourlySamples(this.#deps.db, from, programs)) {
      const index = Math.floor((Date.parse(sample.at) - Date.parse(from)) / step);
      last.set(index, { ...sample, at: new Date(Date.parse(from) + index * step).toISOString() });
    }
    return [...last.values()];
  }
}

function fits(program: string, { program: wanted, operator }: Wanted): boolean {
  return (wanted === undefined || wanted === program) && isInScope(operator, [program]);
}

function byHostName(left: Workstation, right: Workstation): number {
  return left.hostName < right.hostName ? -1 : left.hostName > right.hostName ? 1 : 0;
}

function toSlices(counts: ReadonlyMap<string, number>) {
  return [...counts]
    .map(([value, workstations]) => ({ value, workstations }))
    .sort((left, right) => right.workstations - left.workstations)
    .slice(0, mostSlices);
}
