import type { Db } from '../../store/engine.ts';
import type { People } from '../people/directory.ts';
import { Rota } from './rota.ts';
import { loadShifts } from './store.ts';

/** Milliseconds of the past that plans look back on. */
const lookBack = 15 * 86_400_000;

/** The shifts that the store holds, in memory. */
export async function openRota(db: Db, people: People, now: Date): Promise<Rota> {
  const rota = new Rota(people);
  const shifts = await loadShifts(db, new Date(now.getTime() - lookBack).toISOString());
  for (const own of Map.groupBy(shifts, ({ person, program }) => `${person} ${program}`).values()) {
    const [first] = own;
    if (first) rota.put(first.person, first.program, own);
  }
  return rota;
}
