import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Workstation } from '../../../console/server/features/workstations/roster.ts';
import { isInShare } from '../../../shared/policy/share.ts';
import { type Standing, standServices, stopClock } from '../access/standing-services.ts';
import { badFacts, goodFacts } from '../workstation-double.ts';

const strict = 'name: Strict\nbreaker: { share: 100 }\nchecks:\n  vpn: { strategy: lock, required: true }\n';
const mild = 'name: Mild\nbreaker: { share: 100 }\nchecks:\n  software: { strategy: lock }\n';

let console: Standing;
let all: Workstation[];
beforeEach(async () => {
  stopClock();
  console = await standServices();
  // The breaker would step in before what is tested here.
  await console.publish('name: Base\nbreaker: { share: 100 }\n');
  all = [];
  for (let index = 0; index < 20; index += 1) all.push(await console.workstation());
});
afterEach(async () => {
  const closed = console.close();
  await vi.advanceTimersByTimeAsync(1_000);
  await closed;
  vi.useRealTimers();
});

async function soon<Result>(work: Promise<Result>): Promise<Result> {
  work.catch(() => undefined);
  await vi.advanceTimersByTimeAsync(500);
  return work;
}

const stage = (text: string, share: number, lockLimit = 100) =>
  soon(console.policies.publish('sales', { text, note: '', share, lockLimit }, 'ada'));
const lockedNow = () => all.filter((one) => console.decision(one)?.access === 'locked').map(({ id }) => id);
const inShare = (version: number, share: number) =>
  all.filter(({ id }) => isInShare(id, version, share)).map(({ id }) => id);
const rollout = () => console.directory.find('sales')?.rollout;
const audited = async () =>
  (await console.db.selectFrom('audit').select('action').orderBy('id').execute()).map(({ action }) => action);

describe('a version that is brought in step by step', () => {
  it('holds for its share alone, and the decision names it', async () => {
    const { version, state } = await stage(strict, 40);
    expect([state, lockedNow()]).toEqual(['staged', inShare(version, 40)]);
    for (const { id } of all) {
      expect(console.board.get(id, 'sales')?.policyVersion).toBe(isInShare(id, version, 40) ? version : version - 1);
    }
  });

  it('is widened, and is in force for everybody in the end', async () => {
    const { version } = await stage(strict, 10);
    await soon(console.policies.widen('sales', version, 60, 'ada'));
    expect(lockedNow()).toEqual(inShare(version, 60));
    await soon(console.policies.widen('sales', version, 100, 'ada'));
    expect([lockedNow().length, rollout(), console.directory.find('sales')?.published.version]).toEqual([
      20,
      undefined,
      version,
    ]);
  });

  it('is withdrawn, and everybody is where they were', async () => {
    const { version } = await stage(strict, 60);
    expect(lockedNow().length).toBeGreaterThan(0);
    await soon(console.policies.withdraw('sales', { version, reason: 'too many calls' }, 'ada'));
    expect([lockedNow(), rollout()]).toEqual([[], undefined]);
    // The number is not used again.
    expect((await stage(strict, 10)).version).toBe(version + 1);
  });

  it('stops before it has locked anybody when it would lock too many of them', async () => {
    const heard: string[] = [];
    console.board.subscribe(({ entry }) => heard.push(entry.decision.access));
    const { version } = await stage(strict, 60, 20);
    expect([rollout()?.state, lockedNow(), heard.filter((access) => access === 'locked')]).toEqual(['stopped', [], []]);
    expect(await audited()).toContain('rollout-stopped');
    const row = await console.db
      .selectFrom('policies')
      .select(['state', 'decided_by'])
      .where('version', '=', version)
      .executeTakeFirst();
    expect(row).toEqual({ state: 'stopped', decided_by: 'shiftgate' });
  });

  it('stops on the lock that is one too many, and lets in whom it had locked', async () => {
    const { version } = await stage(mild, 100 - 1, 12);
    const share = all.filter(({ id }) => isInShare(id, version, 99));
    for (const one of share.slice(0, 2)) await console.report(one, badFacts(new Date().toISOString()));
    expect([rollout()?.state, lockedNow().length]).toEqual(['staged', 2]);
    await console.report(share[2]!, badFacts(new Date().toISOString()));
    expect(rollout()?.state).toBe('stopped');
  });

  it('goes on when a person widens it after a stop', async () => {
    const { version } = await stage(strict, 60, 20);
    await soon(console.policies.widen('sales', version, 100, 'grace'));
    expect([rollout(), lockedNow().length]).toEqual([undefined, 20]);
  });

  it('is taken back by another version', async () => {
    const { version } = await stage(strict, 60);
    await soon(console.policies.publish('sales', { text: mild, note: '' }, 'grace'));
    const row = await console.db
      .selectFrom('policies')
      .select('state')
      .where('version', '=', version)
      .executeTakeFirst();
    expect([row?.state, lockedNow(), rollout()]).toEqual(['withdrawn', [], undefined]);
  });

  it('is refused as nothing when another is on its way', async () => {
    await stage(strict, 10);
    await expect(console.policies.widen('sales', 99, 50, 'ada')).rejects.toThrow(
      'There is no such version on its way.',
    );
  });
});

describe('where two persons are needed to weaken a policy', () => {
  beforeEach(async () => {
    await console.publish(strict);
    console.settings.rules = { ...console.settings.rules, twoPersons: true };
  });

  it('a weaker version waits, and its author cannot approve it', async () => {
    const { version, state } = await stage(mild, 100);
    expect([state, console.directory.find('sales')?.published.policy.name]).toEqual(['awaiting-approval', 'Strict']);
    await expect(console.policies.approve('sales', version, 'ada')).rejects.toThrow('somebody else than its author');
    await expect(console.policies.widen('sales', version, 100, 'grace')).rejects.toThrow('somebody else');
    await soon(console.policies.approve('sales', version, 'grace'));
    expect([console.directory.find('sales')?.published.policy.name, lockedNow()]).toEqual(['Mild', []]);
  });

  it('a stricter one does not', async () => {
    const { state } = await stage(`${strict}  software: { strategy: lock }\n`, 100);
    expect(state).toBe('published');
  });
});

it('a reading after the stop is judged by the version in force', async () => {
  await stage(strict, 60, 20);
  await console.report(all[0]!, goodFacts(new Date().toISOString()));
  expect(console.decision(all[0]!)?.access).toBe('ready');
});
