import { expect, it, onTestFinished } from 'vitest';
import { Facts } from '../../agent/core/facts.ts';
import type { Transcript } from '../../agent/core/host/probe.ts';
import { makeHost, until } from './fixtures.ts';

/** Facts over a host whose process list is in the test's hand: each look waits until the test answers it. */
function startFacts() {
  const looks: ((programs: readonly string[]) => void)[] = [];
  const heard: boolean[] = [];
  const list = (programs: readonly string[]): Transcript => ({
    outcome: 'ok',
    text: JSON.stringify(['init', ...programs].map((comm, index) => ({ pid: index + 1, comm }))),
  });
  const facts = new Facts({
    host: {
      ...makeHost(),
      read: ({ kind }) =>
        kind === 'processes'
          ? new Promise((resolve) => looks.push((programs) => resolve(list(programs))))
          : Promise.resolve({ outcome: 'absent' }),
    },
    memory: { get: () => ({}), set: () => undefined },
    now: () => new Date('2026-11-23T10:00:00Z'),
    wanted: () => ['process:spy'],
    onRead: (hasChanged) => heard.push(hasChanged),
  });
  onTestFinished(() => facts.close());
  return { facts, heard, looks };
}

it('reports what ended while its reading waited for the one before', async () => {
  const { facts, heard, looks } = startFacts();
  const start = facts.read(['software']);
  await until(() => looks.length === 1);
  looks[0]?.([]);
  expect(await start).toBe(true);

  facts.readSoon(['software']);
  await until(() => looks.length === 2);
  const asked = facts.read(['software']);
  looks[1]?.(['spy']);
  await until(() => looks.length === 3);
  looks[2]?.([]);
  expect(await asked).toBe(true);
  expect(heard).toEqual([true]);
});

it('says nothing new when only the time of a reading has changed', async () => {
  const { facts, looks } = startFacts();
  for (const isNews of [true, false]) {
    const reading = facts.read(['software']);
    await until(() => looks.length > 0);
    looks.pop()?.(['spy']);
    expect(await reading).toBe(isNews);
  }
});

it('looks once more after news of a program, which may have ended unseen', async () => {
  const { facts, heard, looks } = startFacts();
  const reading = facts.read(['software']);
  await until(() => looks.length === 1);
  looks[0]?.(['spy']);
  await reading;
  await until(() => looks.length === 2);
  looks[1]?.([]);
  await until(() => heard.length === 1);
  expect(heard).toEqual([true]);
  expect(facts.readings.software).toMatchObject({ fact: { found: [] } });
});
