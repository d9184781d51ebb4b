import { Refusal } from '../../http/refuse.ts';

/** At most so many of something for each key within so many seconds. */
export class Quota {
  readonly #most: number;
  readonly #seconds: number;
  readonly #spent = new Map<string, { count: number; until: number }>();

  constructor(most: number, seconds: number) {
    this.#most = most;
    this.#seconds = seconds;
  }

  /** @throws Refusal `too-many-requests` when nothing is left for this key. */
  refuseSpent(key: string, now: Date): void {
    const spent = this.#spent.get(key);
    const left = (spent?.until ?? 0) - now.getTime();
    if (!spent || left <= 0 || spent.count < this.#most) return;
    throw new Refusal('too-many-requests', { seconds: Math.ceil(left / 1000) });
  }

  spend(key: string, now: Date): void {
    const at = now.getTime();
    const spent = this.#spent.get(key);
    if (spent && spent.until > at) spent.count += 1;
    else {
      for (const [other, { until }] of this.#spent) if (until <= at) this.#spent.delete(other);
      this.#spent.set(key, { count: 1, until: at + this.#seconds * 1000 });
    }
  }
}
