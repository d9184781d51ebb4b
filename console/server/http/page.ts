import { Turn } from '../rest.ts';

/** Which part of a list is wanted. */
export interface PageOf {
  readonly offset: number;
  readonly limit: number;
}

export type Order<Item> = (left: Item, right: Item) => number;

/** One page of the items as if they were sorted: the others stay in any order, which takes a fraction of the time. Moves the items about. */
export function pageOf<Item>(items: Item[], order: Order<Item>, { offset, limit }: PageOf): Item[] {
  const end = Math.min(offset + limit, items.length);
  if (offset >= end) return [];
  select(items, order, { from: 0, to: items.length - 1, place: offset });
  select(items, order, { from: offset, to: items.length - 1, place: end - 1 });
  return items.slice(offset, end).sort(order);
}

/** Takes items one by one and keeps those that belong on the pages up to one: the others are thrown away in between. */
export class FirstOf<Item> {
  readonly #order: Order<Item>;
  readonly #page: PageOf;
  readonly #items: Item[] = [];
  #size = 0;

  constructor(order: Order<Item>, page: PageOf) {
    this.#order = order;
    this.#page = page;
  }

  /** How many it was given. */
  get size(): number {
    return this.#size;
  }

  add(item: Item): void {
    this.#size += 1;
    this.#items.push(item);
    const wanted = this.#page.offset + this.#page.limit;
    if (this.#items.length < 2 * wanted + spare) return;
    select(this.#items, this.#order, { from: 0, to: this.#items.length - 1, place: wanted });
    this.#items.length = wanted;
  }

  page(): Item[] {
    return pageOf(this.#items, this.#order, this.#page);
  }
}

/** So many more are kept before any are thrown away. */
const spare = 1_000;

/** Items sorted at once. */
const run = 500;

/** All items in order, sorted in turns between which others work. Of equals, the one that came first stays first. */
export async function sortInTurns<Item>(items: readonly Item[], order: Order<Item>): Promise<Item[]> {
  const turn = new Turn();
  let runs: Item[][] = [];
  for (let from = 0; from < items.length; from += run) {
    runs.push(items.slice(from, from + run).sort(order));
    if (turn.isOver) await turn.next();
  }
  while (runs.length > 1) {
    const merged: Item[][] = [];
    for (let at = 0; at < runs.length; at += 2)
      merged.push(await merge(runs[at] ?? [], runs[at + 1] ?? [], order, turn));
    runs = merged;
  }
  return runs[0] ?? [];
}

async function merge<Item>(left: Item[], right: Item[], order: Order<Item>, turn: Turn): Promise<Item[]> {
  const merged: Item[] = [];
  let [atLeft, atRight] = [0, 0];
  while (atLeft < left.length && atRight < right.length) {
    const isLeft = order(left[atLeft] as Item, right[atRight] as Item) <= 0;
    merged.push((isLeft ? left[atLeft] : right[atRight]) as Item);
    if (isLeft) atLeft += 1;
    else atRight += 1;
    if (merged.length % run === 0 && turn.isOver) await turn.next();
  }
  return merged.concat(left.slice(atLeft), right.slice(atRight));
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Quickselect: puts the item that belongs to a place there, with none after it that belongs before it. */
function select<Item>(items: Item[], order: Order<Item>, { from, to, place }: Range & { place: number }): void {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = partition(items, order, { from: low, to: high });
    if (place < middle.from) high = middle.from - 1;
    else if (place > middle.to) low = middle.to + 1;
    else return;
  }
}

/** Moves what belongs before the item in the middle to its left, and what belongs after it to its right. Answers what lies between. */
function partition<Item>(items: Item[], order: Order<Item>, { from, to }: Range): Range {
  const pivot = items[(from + to) >> 1] as Item;
  let [left, right] = [from, to];
  while (left <= right) {
    while (order(items[left] as Item, pivot) < 0) left += 1;
    while (order(items[right] as Item, pivot) > 0) right -= 1;
    if (left > right) break;
    const swapped = items[left] as Item;
    items[left] = items[right] as Item;
    items[right] = swapped;
    left += 1;
    right -= 1;
  }
  return { from: right + 1, to: left - 1 };
}
