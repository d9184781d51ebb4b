import { createHash } from 'node:crypto';

/** Chance that repeats itself: the same name draws the same values, on every machine and for a fleet of every size. */
export class Random {
  readonly #name: string;
  #state: number;
  #texts = 0;

  constructor(name: string) {
    this.#name = name;
    this.#state = createHash('sha256').update(name).digest().readUInt32LE();
  }

  /** From 0 to almost 1, by mulberry32. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `least` to just below `below`. */
  whole(least: number, below: number): number {
    return least + Math.floor(this.next() * (below - least));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<Item>(items: readonly Item[]): Item {
    const picked = items[this.whole(0, items.length)];
    if (picked === undefined) throw new Error('There is nothing to pick from.');
    return picked;
  }

  /** One of several, each as likely as its `weight` says. */
  weighted<Item extends { readonly weight: number }>(items: readonly Item[]): Item {
    let left = this.next() * items.reduce((sum, { weight }) => sum + weight, 0);
    for (const item of items) {
      left -= item.weight;
      if (left < 0) return item;
    }
    return this.pick(items);
  }

  /** Base64url text of so many bytes, at most 32, that nobody else draws. */
  text(bytes: number): string {
    this.#texts += 1;
    const drawn = createHash('sha256').update(`${this.#name} text ${this.#texts}`).digest();
    return drawn.subarray(0, bytes).toString('base64url');
  }
}
