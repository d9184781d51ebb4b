import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { questionOf, Together } from '../../../console/server/http/together.ts';

/** Work that says what the world was like when it began. */
function stand(took = 20) {
  const together = new Together<number>();
  const world = { state: 0, begun: 0 };
  const ask = (question = 'all') =>
    together.ask(question, async () => {
      world.begun += 1;
      const seen = world.state;
      await wait(took);
      return seen;
    });
  return { ask, world };
}

describe('the same question asked by many at once', () => {
  it('is worked out for the first at once, and once more for all the others', async () => {
    const { ask, world } = stand();
    await Promise.all(Array.from({ length: 20 }, () => ask()));
    expect(world.begun).toBe(2);
  });

  it('nobody gets what was begun before they asked', async () => {
    const { ask, world } = stand();
    const first = ask();
    world.state = 1;
    const second = ask();
    expect(await Promise.all([first, second])).toEqual([0, 1]);
    world.state = 2;
    expect(await ask()).toBe(2);
  });

  it('other questions wait for nothing', async () => {
    const { ask, world } = stand();
    await Promise.all([ask('a'), ask('b'), ask('c')]);
    expect(world.begun).toBe(3);
  });

  it('takes at most half of the time, however many ask', async () => {
    const { ask, world } = stand(30);
    const until = performance.now() + 600;
    await Promise.all(
      Array.from({ length: 5 }, async () => {
        while (performance.now() < until) await ask();
      }),
    );
    expect(world.begun).toBeLessThan(14);
  });

  it('a failure is the answer of those who asked for it, and of nobody after', async () => {
    const together = new Together<number>();
    const failing = together.ask('all', () => Promise.reject(new Error('no')));
    const next = together.ask('all', () => Promise.resolve(1));
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe(1);
  });
});

it('who sees other programs asks another question', () => {
  const ask = (programs?: string[]) => questionOf({ search: 'a' }, { name: 'ada', role: 'owner', programs });
  expect(ask()).not.toBe(ask(['sales']));
  expect(ask(['sales'])).toBe(ask(['sales']));
});
