import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Agenda } from '../../../console/server/features/access/agenda.ts';

const calls: { items: string[]; late: number }[] = [];
let agenda: Agenda<string>;

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  calls.length = 0;
  agenda = new Agenda(
    (items, late) => calls.push({ items, late }),
    () => new Date(),
  );
});
afterEach(() => {
  agenda.close();
  vi.useRealTimers();
});

it('calls everybody who is due, in the order of time', () => {
  agenda.plan('late', 300);
  agenda.plan('early', 100);
  agenda.plan('middle', 200);
  agenda.plan('middle too', 200);
  vi.advanceTimersByTime(300);
  expect(calls.map(({ items }) => items.sort())).toEqual([['early'], ['middle', 'middle too'], ['late']]);
});

it('keeps the earliest of several plans, and calls once', () => {
  agenda.plan('a', 500);
  agenda.plan('a', 100);
  agenda.plan('a', 300);
  vi.advanceTimersByTime(1_000);
  expect(calls).toEqual([{ items: ['a'], late: 0 }]);
});

it('takes a new plan after the call', () => {
  agenda.plan('a', 100);
  vi.advanceTimersByTime(100);
  agenda.plan('a', 200);
  vi.advanceTimersByTime(100);
  expect(calls).toHaveLength(2);
});

it('says how late it is when nobody listened for a while', () => {
  agenda.plan('a', 100);
  vi.setSystemTime(9_000);
  vi.advanceTimersByTime(100);
  expect(calls).toEqual([{ items: ['a'], late: 9_000 }]);
});

it('waits for times further away than a timer can wait', () => {
  agenda.plan('a', 2 ** 31 + 10_000);
  vi.advanceTimersByTime(2 ** 31);
  expect(calls).toEqual([]);
  vi.advanceTimersByTime(10_000);
  expect(calls).toHaveLength(1);
});

it('calls nobody after it was closed', () => {
  agenda.plan('a', 100);
  agenda.close();
  vi.advanceTimersByTime(1_000);
  expect(calls).toEqual([]);
});

it('calls everybody once and in order, whatever was planned', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 1_000 })), { maxLength: 60 }),
      (plans) => {
        const called: string[] = [];
        const begin = Date.now();
        const one = new Agenda<string>(
          (items) => called.push(...items),
          () => new Date(),
        );
        const earliest = new Map<string, number>();
        for (const [name, at] of plans) {
          one.plan(`${name}`, begin + at);
          earliest.set(`${name}`, Math.min(earliest.get(`${name}`) ?? Infinity, at));
        }
        vi.advanceTimersByTime(1_001);
        one.close();
        expect(called.map((name) => earliest.get(name))).toEqual(
          [...earliest.values()].sort((left, right) => left - right),
        );
      },
    ),
  );
});
