import type { PlanHistory } from '../../../../shared/protocol/policy-views.ts';
import type { LockedSpan, Moment } from './replay.ts';

/** A stretch of time, in milliseconds since 1970. */
export interface ShiftSpan {
  readonly from: number;
  readonly to: number;
}

interface Sides<Value> {
  readonly before: Value;
  readonly after: Value;
}

const hour = 3_600_000;
const stretches = 56;

/** Adds up what the replays of many workstations gave. */
export class HistoryTally {
  readonly #from: number;
  readonly #to: number;
  readonly #step: number;
  readonly #series: { before: number; after: number }[];
  readonly #hours = { before: 0, after: 0 };
  readonly #inShift = { before: 0, after: 0 };
  readonly #everLocked = { before: 0, after: 0 };
  #workstations = 0;
  #seen = 0;

  constructor(from: number, to: number) {
    this.#from = from;
    this.#to = to;
    this.#step = Math.max((to - from) / stretches, 1);
    this.#series = Array.from({ length: stretches }, () => ({ before: 0, after: 0 }));
  }

  /** Takes one workstation; returns its hours locked on both sides. */
  add(moments: readonly Moment[], spans: Sides<LockedSpan[]>, shifts: readonly ShiftSpan[]): Sides<number> {
    this.#workstations += 1;
    for (const { at, until } of moments) this.#seen += Math.max(until - at, 0) / hour;
    return {
      before: this.#addSide('before', spans.before, shifts),
      after: this.#addSide('after', spans.after, shifts),
    };
  }

  finish(knowsShifts: boolean): PlanHistory {
    const tidy = ({ before, after }: Sides<number>) => ({ before: toTenth(before), after: toTenth(after) });
    return {
      from: new Date(this.#from).toISOString(),
      to: new Date(this.#to).toISOString(),
      workstations: this.#workstations,
      hoursSeen: toTenth(this.#seen),
      hours: tidy(this.#hours),
      ...(knowsShifts && { hoursInShift: tidy(this.#inShift) }),
      everLocked: { ...this.#everLocked },
      series: this.#series.map((counts, index) => ({
        at: new Date(this.#from + index * this.#step).toISOString(),
        ...counts,
      })),
    };
  }

  #addSide(side: 'before' | 'after', spans: readonly LockedSpan[], shifts: readonly ShiftSpan[]): number {
    if (spans.length > 0) this.#everLocked[side] += 1;
    const touched = new Set<number>();
    let hours = 0;
    for (const { from, to } of spans) {
      hours += (to - from) / hour;
      for (const shift of shifts) {
        this.#inShift[side] += Math.max(Math.min(to, shift.to) - Math.max(from, shift.from), 0) / hour;
      }
      const last = Math.min(Math.floor((to - 1 - this.#from) / this.#step), stretches - 1);
      for (let index = Math.max(Math.floor((from - this.#from) / this.#step), 0); index <= last; index += 1) {
        touched.add(index);
      }
    }
    for (const index of touched) {
      const counts = this.#series[index];
      if (counts) counts[side] += 1;
    }
    this.#hours[side] += hours;
    return toTenth(hours);
  }
}

function toTenth(hours: number): number {
  return Math.round(hours * 10) / 10;
}
