import { type Access, Access as Accesses } from '../../../../shared/access/decide.ts';
import type { QueueImpact } from '../../../../shared/protocol/case-views.ts';
import type { AccessEntry } from '../../access/board.ts';
import { isInScope } from '../../http/who.ts';
import type { Rest } from '../../rest.ts';
import type { Program } from '../programs/directory.ts';
import type { TriageAsker, TriageSources } from './triage.ts';

/** How much each program misses the people who are locked out of it. */
export async function impactsFor(
  { operator, now }: TriageAsker,
  sources: TriageSources,
  rest: Rest,
): Promise<QueueImpact[]> {
  const impacts: QueueImpact[] = [];
  for (const program of sources.directory.all()) {
    if (!isInScope(operator, [program.id])) continue;
    impacts.push(impactOf(program, now.getTime(), sources));
    await rest(sources.board.lockedIn(program.id).size);
  }
  return impacts;
}

function impactOf({ id, name }: Program, at: number, { board, roster, rota }: TriageSources): QueueImpact {
  const isMissed = ({ workstation }: AccessEntry) =>
    rota.spansOf(id, roster.find(workstation)?.person, at, at + 1).length > 0;
  const locked = board.lockedIn(id);
  const { ready, warned, draining } = board.counts(id);
  return {
    ...{ program: id, name, workstations: ready + warned + draining + locked.size, inShift: rota.inShift(id, at) },
    cannotWork: rota.knows(id) ? [...locked].filter(isMissed).length : locked.size,
  };
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
