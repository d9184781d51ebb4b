import { makeToken } from '../../identity/secrets.ts';

/** Milliseconds in which something that was begun must be finished. */
const lifetime = 5 * 60_000;
const mostOpen = 10_000;

/**
 * What was begun and waits for its second half, in memory: a restart asks people to begin again, and nothing that is
 * half-proved lies on a disk.
 */
export class Challenges<Value> {
  readonly #open = new Map<string, { value: Value; expiresAt: number; triesLeft: number }>();
  readonly #now: () => Date;
  readonly #tries: number;

  constructor(now: () => Date, tries: number) {
    this.#now = now;
    this.#tries = tries;
  }

  begin(value: Value): string {
    const now = this.#now().getTime();
    for (const [id, { expiresAt }] of this.#open) {
      if (expiresAt > now && this.#open.size < mostOpen) break;
      this.#open.delete(id);
    }
    const id = makeToken();
    this.#open.set(id, { value, expiresAt: now + lifetime, triesLeft: this.#tries });
    return id;
  }

  /** One try at the second half; undefined when it took too long or was tried too often. */
  try(id: string): Value | undefined {
    const found = this.#open.get(id);
    if (!found) return undefined;
    found.triesLeft -= 1;
    if (found.triesLeft <= 0) this.#open.delete(id);
    return found.expiresAt > this.#now().getTime() ? found.value : undefined;
  }

  end(id: string): void {
    this.#open.delete(id);
  }
}
