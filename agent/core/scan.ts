import { evaluate, type Finding } from '../../shared/access/evaluate.ts';
import { CheckId, type Readings } from '../../shared/checks/index.ts';
import { defaultPolicy, type Programs } from './programs.ts';
import { readCheck, type ScannerDeps } from './scanner.ts';

/** One look at everything: the facts, and what each program's policy makes of them. */
export interface ScanResult {
  readonly facts: Readings;
  /** By the policies last received, or by the defaults of every check, named `defaults`. */
  readonly findings: readonly { readonly program: string; readonly findings: readonly Finding[] }[];
  /** Milliseconds: of the whole scan, and of each check. */
  readonly took: { readonly total: number; readonly checks: Readonly<Record<string, number>> };
}

export async function scanOnce(programs: Programs, deps: ScannerDeps): Promise<ScanResult> {
  const startedAt = performance.now();
  const since = () => Math.round(performance.now() - startedAt);
  const read = CheckId.options.map(async (id) => {
    const reading = await readCheck(id, programs.wanted, deps);
    return { id, reading, took: since() };
  });
  const results = await Promise.all(read);
  const facts: Readings = Object.fromEntries(results.map(({ id, reading }) => [id, reading]));
  const took = { total: since(), checks: Object.fromEntries(results.map(({ id, took }) => [id, took])) };
  return { facts, findings: findingsOf(facts, programs, deps.now()), took };
}

/** What each program's policy makes of facts; the defaults of every check where no policy has come yet. */
export function findingsOf(facts: Readings, programs: Programs, now: Date): ScanResult['findings'] {
  const statuses = programs.statuses({ readings: facts }, now);
  if (statuses.length > 0) return statuses.map(({ id, findings }) => ({ program: id, findings }));
  return [{ program: 'defaults', findings: evaluate({ readings: facts }, defaultPolicy(), now) }];
}
