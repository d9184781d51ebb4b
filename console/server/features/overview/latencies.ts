import { Decision } from '../../../../shared/access/decide.ts';
import type { Overview, Transition } from '../../../../shared/protocol/oversight-views.ts';
import { Latency } from '../../../../shared/protocol/views.ts';
import type { Db } from '../../store/engine.ts';

/** The newest transitions that are looked at; more would not move the figures. */
const mostMeasured = 5_000;

export type Measured = Omit<Transition, 'hostName' | 'person' | 'programName'>;

/** How long locks and their ends took on the way from the workstation to the gate, of some programs, since a time. */
export async function readLatencies(
  db: Db,
  programs: readonly string[],
  since: string,
  until?: string,
): Promise<Overview['latency']> {
  const { lock, fix } = await readTransitions(db, programs, since, until);
  const [locks, fixes] = [quantiles(lock), quantiles(fix)];
  return { ...(locks && { lock: locks }), ...(fixes && { fix: fixes }) };
}

/** The transitions themselves, the newest first. */
export async function readTransitions(
  db: Db,
  programs: readonly string[],
  since: string,
  until?: string,
): Promise<Record<'lock' | 'fix', Measured[]>> {
  let query = db
    .selectFrom('history')
    .select(['workstation', 'program', 'at', 'decision', 'previous', 'latency'])
    .where('kind', '=', 'access')
    .where('at', '>=', since)
    .where('latency', 'is not', null)
    .orderBy('at', 'desc')
    .limit(mostMeasured);
  if (until !== undefined) query = query.where('at', '<', until);
  const lock: Measured[] = [];
  const fix: Measured[] = [];
  for (const { workstation, program, at, ...row } of await query.execute()) {
    if (program === null || !programs.includes(program)) continue;
    const { decided, ...latency } = Latency.parse(JSON.parse(row.latency ?? '{}'));
    // How fast a failure locks is asked for here, not how fast a decision does.
    if (decided) continue;
    const { access } = Decision.parse(JSON.parse(row.decision ?? '{}'));
    if (access === 'locked') lock.push({ workstation, program, at, ...latency });
    else if (row.previous === 'locked') fix.push({ workstation, program, at, ...latency });
  }
  return { lock, fix };
}

function quantiles(measured: readonly Measured[]) {
  if (measured.length === 0) return undefined;
  const sorted = measured.map(({ total }) => total).sort((left, right) => left - right);
  const at = (share: number) => sorted[Math.min(Math.ceil(sorted.length * share) - 1, sorted.length - 1)] ?? 0;
  return { count: sorted.length, median: at(0.5), p95: at(0.95) };
}
