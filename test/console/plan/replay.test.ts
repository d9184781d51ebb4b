import { describe, expect, it } from 'vitest';
import { Planner, type PlanSubject, type PlanTask } from '../../../console/server/features/plan/planner.ts';
import { toMoments } from '../../../console/server/features/plan/recording.ts';
import { replay } from '../../../console/server/features/plan/replay.ts';
import { parsePolicy } from '../../../shared/policy/parse.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import { badFacts, DoubleWorkstation, goodFacts, makeDevice } from '../workstation-double.ts';

const at = (clock: string) => `2026-11-20T${clock}:00.000Z`;
const ms = (clock: string) => Date.parse(at(clock));

function policy(rest: string): Policy {
  const parsed = parsePolicy(`name: P\n${rest}`);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.policy;
}

const none = policy('');
const locks = policy('checks: { software: { strategy: lock } }');

/** Reports of one workstation, signed as it signs them, received at the times they were made. */
function record(...reports: [clock: string, facts: 'good' | 'bad' | 'same'][]) {
  const workstation = new DoubleWorkstation(makeDevice(), 'ws_0123456789abcdef');
  workstation.nonce = 'n'.repeat(20);
  return reports.map(([clock, kind]) => {
    const time = at(clock);
    const facts = { good: goodFacts, bad: badFacts, same: () => ({}) }[kind](time);
    const same = kind === 'same' ? Object.fromEntries(Object.keys(goodFacts()).map((check) => [check, time])) : {};
    return {
      receivedAt: time,
      egress: '203.0.113.9',
      jws: workstation.report(facts, { observedAt: time, sentAt: time, same }),
    };
  });
}

const spans = (reports: ReturnType<typeof record>, rules: Policy, current = goodFacts(at('12:00'))) =>
  replay(toMoments(reports, current, ms('12:00')), [], rules, []).map(({ from, to }) =>
    [from, to].map((time) => new Date(time).toISOString().slice(11, 16)).join('–'),
  );

describe('recorded reports played against a policy', () => {
  it('lock from the report that shows the failure to the one that does not', () => {
    const reports = record(
      ['08:00', 'good'],
      ['08:15', 'bad'],
      ['08:25', 'same'],
      ['08:35', 'good'],
      ['08:50', 'same'],
    );
    expect(spans(reports, locks)).toEqual(['08:15–08:35']);
    expect(spans(reports, none)).toEqual([]);
  });

  it('lock when a deadline ends between two reports', () => {
    const rules = policy('checks: { software: { strategy: deadline, within: 20m } }');
    expect(spans(record(['08:00', 'bad'], ['08:15', 'same'], ['08:30', 'same'], ['08:45', 'good']), rules)).toEqual([
      '08:20–08:45',
    ]);
  });

  it('count nobody who is away', () => {
    expect(spans(record(['08:00', 'bad'], ['11:00', 'good']), locks)).toEqual(['08:00–08:20']);
  });

  it('know nothing of a fact before the report that brings it', () => {
    const reports = record(['08:00', 'same'], ['08:15', 'bad'], ['08:30', 'good']);
    expect(
      spans(reports, policy('checks: { software: { strategy: lock, onCannotTell: deadline, within: 0s } }')),
    ).toEqual(['08:15–08:30']);
  });

  it('take a fact that no report brings as it is today', () => {
    const reports = record(['08:00', 'same'], ['08:15', 'same']);
    expect(spans(reports, locks, badFacts(at('12:00')))).toEqual(['08:00–08:35']);
  });

  it('keep an excuse', () => {
    const excuse = { checks: ['software' as const], from: at('08:05'), until: at('08:10') };
    const moments = toMoments(record(['08:00', 'bad'], ['08:15', 'good']), {}, ms('12:00'));
    const played = replay(moments, [excuse], locks, []).map(({ from, to }) => (to - from) / 60_000);
    expect(played).toEqual([5, 5]);
  });
});

function subject(change: Partial<PlanSubject> = {}): PlanSubject {
  return {
    ...{ workstation: 'ws_1', hostName: 'pc-1', person: 'Ada', policy: 0, egress: undefined, heardAt: at('11:55') },
    clockSkew: undefined,
    ...{ readings: goodFacts(at('11:50')), failingSince: {}, excuses: [], call: undefined },
    ...{ history: [], pastExcuses: [], shifts: [] },
    ...change,
  };
}

function plan(draft: Policy, subjects: PlanSubject[], change: Partial<PlanTask> = {}) {
  const task = {
    program: 'sales',
    draft,
    policies: [none],
    comparedWith: 3,
    suspended: [],
    at: at('12:00'),
    knowsShifts: false,
  };
  const planner = new Planner({ ...task, ...change });
  for (const one of subjects) planner.add(one);
  return planner.finish();
}

describe('a plan on the facts as they are', () => {
  const bad = subject({ readings: badFacts(at('11:50')) });
  const cases: [string, Policy, Policy, PlanSubject, string][] = [
    ['locks', none, locks, bad, 'locked'],
    ['warns', none, policy('checks: { software: { strategy: deadline, within: 1h } }'), bad, 'warned'],
    ['lets in', locks, none, bad, 'freed'],
    [
      'changes nothing for',
      locks,
      policy('checks: { software: { strategy: lock, critical: true } }'),
      bad,
      'unaffected',
    ],
    ['does not touch', none, locks, subject(), 'unaffected'],
    ['knows nothing of', none, locks, subject({ readings: {} }), 'no-data'],
    [
      'locks at once after an old failure',
      none,
      policy('checks: { software: { strategy: deadline, within: 1h } }'),
      { ...bad, failingSince: { 'software/forbidden-running': at('08:00') } },
      'locked',
    ],
    [
      'still locks when silent since yesterday',
      none,
      locks,
      subject({ readings: badFacts('2026-11-19T12:00:00.000Z'), heardAt: '2026-11-19T12:10:00.000Z' }),
      'locked',
    ],
  ];
  it.each(cases)('%s a workstation', (_what, before, draft, one, effect) => {
    const { counts } = plan(draft, [one], { policies: [before] });
    expect(Object.entries(counts).filter(([, count]) => count > 0)).toEqual([[effect, 1]]);
  });

  it('names who and why, those in shift first', () => {
    const now = ms('12:00');
    const inShift = { ...bad, workstation: 'ws_2', hostName: 'pc-2', shifts: [{ from: now - 1, to: now + 1 }] };
    const { rows, causes, lockedInShift } = plan(locks, [bad, inShift], { knowsShifts: true });
    expect(rows.map(({ hostName, reasons }) => [hostName, reasons[0]?.cause])).toEqual([
      ['pc-2', 'software'],
      ['pc-1', 'software'],
    ]);
    expect([causes, lockedInShift]).toMatchObject([[{ cause: 'software', workstations: 2 }], 1]);
  });

  it('is compared with the version that applies to each', () => {
    const { counts } = plan(locks, [{ ...bad, policy: 1 }, bad], { policies: [none, locks] });
    expect(counts).toMatchObject({ locked: 1, unaffected: 1 });
  });
});

it('a plan on recorded history counts hours and whom', () => {
  const history = record(['08:00', 'bad'], ['08:15', 'same'], ['08:30', 'good']);
  const shifts = [{ from: ms('08:10'), to: ms('10:00') }];
  const { history: told, rows } = plan(locks, [subject({ history, shifts })], { from: at('06:00'), knowsShifts: true });
  expect(told).toMatchObject({
    workstations: 1,
    hours: { before: 0, after: 0.5 },
    hoursInShift: { before: 0, after: 0.3 },
    everLocked: { before: 0, after: 1 },
  });
  expect(told?.series.filter(({ after }) => after === 1).map(({ at: time }) => time.slice(11, 13))).toEqual([
    '07',
    '08',
    '08',
    '08',
    '08',
    '08',
  ]);
  expect(rows).toMatchObject([{ effect: 'unaffected', hours: { before: 0, after: 0.5 } }]);
});
