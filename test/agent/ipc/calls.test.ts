import { describe, expect, it } from 'vitest';
import { type Asks, openCalls, type Port } from '../../../agent/ipc/calls.ts';

/** Two ends of one channel that clones what crosses. */
function makeChannel(): [Port, Port] {
  const listeners: ((message: unknown) => void)[][] = [[], []];
  const end = (own: number): Port => ({
    post: (message) => {
      const crossed = structuredClone(message);
      setImmediate(() => listeners[1 - own]?.forEach((listener) => void listener(crossed)));
    },
    onMessage: (listener) => void listeners[own]?.push(listener),
  });
  return [end(0), end(1)];
}

type Adder = { add(left: number, right: number): Promise<number>; fail(): Promise<void>; never(): Promise<void> };
const adder: Asks = {
  add: async (left: number, right: number) => left + right,
  fail: async () => {
    throw new Error('It is broken.');
  },
  never: () => new Promise(() => undefined),
};

describe('calls', () => {
  it('are answered, also many at once and both ways', async () => {
    const [left, right] = makeChannel();
    const ours = openCalls<Adder>(left, adder);
    const theirs = openCalls<Adder>(right, adder);
    const sums = await Promise.all([ours.ask('add', 1, 2), theirs.ask('add', 3, 4), ours.ask('add', 5, 6)]);
    expect(sums).toEqual([3, 7, 11]);
  });

  it('carry the message of an error', async () => {
    const [left, right] = makeChannel();
    openCalls(right, adder);
    await expect(openCalls<Adder>(left, {}).ask('fail')).rejects.toThrow('It is broken.');
  });

  it('are refused where nobody answers, also for names that every object has', async () => {
    const [left, right] = makeChannel();
    openCalls(right, adder);
    const calls = openCalls<Asks>(left, {});
    await expect(calls.ask('subtract')).rejects.toThrow('nobody answers "subtract"');
    await expect(calls.ask('constructor')).rejects.toThrow('nobody answers "constructor"');
  });

  it('end when the other end is gone', async () => {
    const [left, right] = makeChannel();
    openCalls(right, adder);
    const calls = openCalls<Adder>(left, {});
    const asked = calls.ask('never');
    calls.fail('It ended.');
    await expect(asked).rejects.toThrow('It ended.');
  });
});
