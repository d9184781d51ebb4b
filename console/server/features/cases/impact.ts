import { type Access, Access as Accesses } from '../../../../shared/access/decide.ts';
import type { QueueImpact } from '../../../../shared/protocol/case-views.ts';
import { isInScope } from '../../http/who.ts';
import type { Turn } from '../../rest.ts';
import type { Program } from '../programs/directory.ts';
import type { TriageAsker, TriageSources } from './triage.ts';

/** How much each program misses the people who are locked out of it. */
export async function impactsFor(
  { operator, now }: TriageAsker,
  sources: TriageSources,
  turn: Turn,
): Promise<QueueImpact[]> {
  const impacts: QueueImpact[] = [];
  for (const program of sources.directory.all()) {
    if (!isInScope(operator, [program.id])) continue;
    impacts.push({
      ...sizeOf(program, now.getTime(), sources),
      cannotWork: await countMissed(program.id, now.getTime(), sources, turn),
    });
  }
  return impacts;
}

function sizeOf({ id, name }: Program, at: number, { board, rota }: TriageSources) {
  const { ready, warned, draining, locked } = board.counts(id);
  return { program: id, name, workstations: ready + warned + draining + locked, inShift: rota.inShift(id, at) };
}

/** Those that are locked while their person is in a shift; where no shifts are known, all that are locked. */
async function countMissed(program: string, at: number, sources: TriageSources, turn: Turn): Promise<number> {
  const { board, roster, rota } = sources;
  const locked = board.lockedIn(program);
  if (!rota.knows(program)) return locked.size;
  let missed = 0;
  // Others may lock and unlock meanwhile.
  for (const { workstation } of [...locked]) {
    if (turn.isOver) await turn.next();
    if (rota.spansOf(program, roster.find(workstation)?.person, at, at + 1).length > 0) missed += 1;
  }
  return missed;
}

/** Decisions of the programs that an operator sees, by access. */
export function countAccess({ operator }: TriageAsker, { board, directory }: TriageSources): Record<Access, number> {
  const counts: Record<Access, number> = { ready: 0, warned: 0, draining: 0, locked: 0 };
  for (const { id } of directory.all()) {
    if (!isInScope(operator, [id])) continue;
    const own = board.counts(id);
    for (const access of Accesses.options) counts[access] += own[access];
  }
  return counts;
}
