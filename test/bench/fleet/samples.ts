import { insertSamples, type Sample } from '../../../console/server/features/housekeeping/store.ts';
import type { Workstation } from '../../../console/server/features/workstations/roster.ts';
import type { Db } from '../../../console/server/store/engine.ts';
import { brands } from './programs.ts';
import { Random } from './random.ts';

const fortnight = 14 * 86_400_000;
const sampleEvery = 5 * 60_000;

/** How many of each brand have which access now. */
export class Tally {
  readonly #counts = new Map<string, Sample>(
    brands.map(({ id }) => [id, { program: id, ready: 0, warned: 0, draining: 0, locked: 0, silent: 0 }]),
  );

  add({ decided }: Workstation): void {
    for (const [program, { entry }] of decided) {
      const { access, reasons } = entry.decision;
      const known = this.#counts.get(program);
      if (!known) continue;
      const isSilent = access === 'locked' && reasons.some(({ cause }) => cause === 'out-of-contact');
      this.#counts.set(program, { ...known, [access]: known[access] + 1, silent: known.silent + Number(isSilent) });
    }
  }

  /** A fortnight of samples that ends in what is now: more trouble by day than by night. */
  async save(db: Db, now: Date, seed: string): Promise<void> {
    const random = new Random(`${seed} samples`);
    for (let time = now.getTime() - fortnight; time < now.getTime(); time += sampleEvery) {
      const strength = 0.8 + 0.3 * Math.sin((time / 86_400_000) * 2 * Math.PI) + 0.1 * random.next();
      const samples = [...this.#counts.values()].map((counts) => scaled(counts, strength));
      await insertSamples(db, new Date(time).toISOString(), samples);
    }
  }
}

function scaled({ program, ready, warned, draining, locked, silent }: Sample, strength: number): Sample {
  const all = ready + warned + draining + locked;
  const now = { warned: Math.round(warned * strength), locked: Math.round(locked * strength) };
  return {
    program,
    ...now,
    draining,
    silent: Math.round(silent * strength),
    ready: all - now.warned - now.locked - draining,
  };
}
