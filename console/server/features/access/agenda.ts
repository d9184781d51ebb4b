/** The longest that a timer of the runtime can wait, in milliseconds. */
const longestWait = 2 ** 31 - 1;

interface Appointment<Item> {
  readonly at: number;
  readonly item: Item;
}

/**
 * Wakes up when the next item is due, with one timer for all of them: a binary heap by time.
 * An item is called once, at the earliest of the times planned for it; whoever is called plans the next time.
 */
export class Agenda<Item> {
  readonly #onDue: (items: Item[], late: number) => void;
  readonly #now: () => Date;
  readonly #heap: Appointment<Item>[] = [];
  readonly #planned = new Map<Item, number>();
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  /** `onDue` gets the items that are due and how many milliseconds later than planned the first of them is heard. */
  constructor(onDue: (items: Item[], late: number) => void, now: () => Date) {
    this.#onDue = onDue;
    this.#now = now;
  }

  /** Plans an item for a time in milliseconds since 1970, unless it comes up before that anyway. */
  plan(item: Item, at: number): void {
    if ((this.#planned.get(item) ?? Infinity) <= at) return;
    this.#planned.set(item, at);
    this.#push({ at, item });
    if (this.#heap[0]?.item === item) this.#arm();
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
  }

  #arm(): void {
    clearTimeout(this.#timer);
    const next = this.#heap[0];
    if (!next || this.#isClosed) return;
    const wait = Math.min(Math.max(next.at - this.#now().getTime(), 0), longestWait);
    this.#timer = setTimeout(() => this.#ring(), wait);
  }

  #ring(): void {
    const now = this.#now().getTime();
    const due: Item[] = [];
    let late = 0;
    for (let next = this.#heap[0]; next && next.at <= now; next = this.#heap[0]) {
      this.#pop();
      // An item that came up at an earlier time was dealt with then.
      if (this.#planned.get(next.item) !== next.at) continue;
      this.#planned.delete(next.item);
      late = Math.max(late, now - next.at);
      due.push(next.item);
    }
    this.#arm();
    if (due.length > 0) this.#onDue(due, late);
  }

  #push(appointment: Appointment<Item>): void {
    const heap = this.#heap;
    let place = heap.push(appointment) - 1;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!this.#swapIfLater(parent, place)) return;
      place = parent;
    }
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    heap[0] = last;
    for (let place = 0; ; ) {
      const left = 2 * place + 1;
      const right = left + 1;
      const child = (heap[right]?.at ?? Infinity) < (heap[left]?.at ?? Infinity) ? right : left;
      if (!this.#swapIfLater(place, child)) return;
      place = child;
    }
  }

  #swapIfLater(upper: number, lower: number): boolean {
    const above = this.#heap[upper];
    const below = this.#heap[lower];
    if (!above || !below || above.at <= below.at) return false;
    this.#heap[upper] = below;
    this.#heap[lower] = above;
    return true;
  }
}
