import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Circumstances, decide, findingKey } from '../../../shared/access/decide.ts';
import type { Finding } from '../../../shared/access/evaluate.ts';
import { addSeconds } from '../../../shared/time.ts';
import { anyCircumstances, anyFinding, anyFindings, anyTime, calm, now } from './situations.ts';

const failing = (change: Partial<Finding> = {}): Finding => ({
  check: 'software',
  outcome: 'fail',
  code: 'forbidden-running',
  params: { names: 'AnyDesk' },
  strategy: 'lock',
  within: 3_600,
  critical: false,
  ...change,
});
const ago = (seconds: number) => addSeconds(now, -seconds);
const since = (seconds: number) => ({ 'software/forbidden-running': ago(seconds) });
const onCall = { state: 'on-call', heardAt: ago(5) } as const;
const excuse = { checks: ['software'], until: addSeconds(now, 600), reason: 'training', by: 'Ada' } as const;

describe('decide', () => {
  it.each<[string, Finding[], Partial<Circumstances>, { access: string; deadline?: string; effects: string[] }]>([
    ['nothing fails', [failing({ outcome: 'pass' })], {}, { access: 'ready', effects: [] }],
    ['a check does not apply', [failing({ outcome: 'not-applicable' })], {}, { access: 'ready', effects: [] }],
    ['observed only', [failing({ strategy: 'observe' })], {}, { access: 'ready', effects: [] }],
    ['advised', [failing({ strategy: 'advise' })], {}, { access: 'ready', effects: ['advise'] }],
    ['lock at once', [failing()], {}, { access: 'locked', effects: ['lock'] }],
    [
      'deadline just seen',
      [failing({ strategy: 'deadline' })],
      {},
      { access: 'warned', deadline: addSeconds(now, 3_600), effects: ['deadline'] },
    ],
    [
      'deadline half over',
      [failing({ strategy: 'deadline' })],
      { failingSince: since(1_800) },
      { access: 'warned', deadline: addSeconds(now, 1_800), effects: ['deadline'] },
    ],
    [
      'deadline over',
      [failing({ strategy: 'deadline' })],
      { failingSince: since(3_600) },
      { access: 'locked', effects: ['lock'] },
    ],
    [
      'on a call',
      [failing()],
      { call: onCall },
      { access: 'draining', deadline: addSeconds(now, 900), effects: ['drain'] },
    ],
    ['on a call, critical', [failing({ critical: true })], { call: onCall }, { access: 'locked', effects: ['lock'] }],
    [
      'on a call beyond the hard cap',
      [failing()],
      { call: onCall, failingSince: since(900) },
      { access: 'locked', effects: ['lock'] },
    ],
    [
      'call feed lost',
      [failing()],
      { call: { state: 'on-call', heardAt: ago(60) } },
      { access: 'locked', effects: ['lock'] },
    ],
    ['call over', [failing()], { call: { state: 'idle', heardAt: ago(1) } }, { access: 'locked', effects: ['lock'] }],
    ['excused', [failing()], { excuses: [excuse] }, { access: 'ready', effects: ['excused'] }],
    [
      'excuse for another check',
      [failing()],
      { excuses: [{ ...excuse, checks: ['vpn'] }] },
      { access: 'locked', effects: ['lock'] },
    ],
    [
      'excuse ended this very moment',
      [failing()],
      { excuses: [{ ...excuse, until: now.toISOString() }] },
      { access: 'locked', effects: ['lock'] },
    ],
    ['breaker open', [failing()], { suspended: ['software'] }, { access: 'ready', effects: ['suspended'] }],
    [
      'locked by hand',
      [],
      { manualLock: { reason: 'lost', by: 'Ada', at: ago(9) } },
      { access: 'locked', effects: ['lock'] },
    ],
    [
      'locked by hand, on a call',
      [],
      { manualLock: { reason: 'lost', by: 'Ada', at: ago(9) }, call: onCall },
      { access: 'locked', effects: ['lock'] },
    ],
    ['silent for the whole lease', [], { lastContactAt: ago(900) }, { access: 'locked', effects: ['lock'] }],
    ['silent for almost the lease', [], { lastContactAt: ago(899) }, { access: 'ready', effects: [] }],
    ['revoked', [], { enrolment: 'revoked' }, { access: 'locked', effects: ['lock'] }],
    [
      'two things at once',
      [failing({ strategy: 'advise' }), failing({ check: 'vpn', code: 'tunnel-down' })],
      {},
      { access: 'locked', effects: ['lock', 'advise'] },
    ],
  ])('%s', (_situation, findings, change, expected) => {
    const { access, deadline, reasons } = decide(findings, { ...calm, ...change }, now);
    expect({ access, ...(deadline && { deadline }), effects: reasons.map((reason) => reason.effect) }).toEqual(
      expected,
    );
  });
});

describe('the laws of decide', () => {
  it('an unknown fact never locks before the deadline that the policy set for it', () => {
    fc.assert(
      fc.property(anyFindings, (findings) => {
        const unknown = findings.map((finding) => ({
          ...finding,
          outcome: 'cannot-tell' as const,
          critical: false,
          strategy: finding.strategy === 'lock' ? ('deadline' as const) : finding.strategy,
        }));
        const unexpired = unknown.filter((finding) => finding.strategy !== 'deadline' || finding.within > 0);
        expect(decide(unexpired, calm, now).access).not.toBe('locked');
      }),
    );
  });

  it('an excuse never outlives its end', () => {
    fc.assert(
      fc.property(anyFindings, anyCircumstances, (findings, circumstances) => {
        const ended = circumstances.excuses.map((one) => ({ ...one, until: now.toISOString() }));
        const without = decide(findings, { ...circumstances, excuses: [] }, now);
        expect(decide(findings, { ...circumstances, excuses: ended }, now)).toEqual(without);
      }),
    );
  });

  it('a critical finding ignores the call', () => {
    fc.assert(
      fc.property(anyFinding, anyCircumstances, (finding, circumstances) => {
        const critical: Finding = { ...finding, outcome: 'fail', critical: true };
        const { reasons } = decide([critical], circumstances, now);
        expect(reasons.map((reason) => reason.effect)).not.toContain('drain');
      }),
    );
  });

  it('a call never puts off a lock beyond the hard cap', () => {
    fc.assert(
      fc.property(anyFindings, anyCircumstances, anyTime, (findings, circumstances, time) => {
        const { reasons } = decide(findings, circumstances, new Date(time));
        const drains = reasons.filter((reason) => reason.effect === 'drain');
        expect(drains.filter((reason) => (reason.until ?? '') <= time)).toEqual([]);
      }),
    );
  });

  it('only a breaker, an excuse or a call can soften a lock', () => {
    fc.assert(
      fc.property(anyFindings, anyCircumstances, (findings, circumstances) => {
        const strict = { ...circumstances, excuses: [], suspended: [], call: undefined };
        const due = findings.some(
          (finding) =>
            finding.outcome === 'fail' &&
            (finding.strategy === 'lock' ||
              (finding.strategy === 'deadline' &&
                addSeconds(strict.failingSince[findingKey(finding)] ?? now, finding.within) <= now.toISOString())),
        );
        if (due) expect(decide(findings, strict, now).access).toBe('locked');
      }),
    );
  });

  it('gives the same answer for the same input, after a journey over the wire and in any order of findings', () => {
    fc.assert(
      fc.property(anyFindings, anyCircumstances, (findings, circumstances) => {
        const wire = JSON.parse(JSON.stringify({ findings, circumstances }));
        const here = decide(findings, circumstances, now);
        expect(decide(wire.findings, wire.circumstances, now)).toEqual(here);
        expect(decide([...findings].reverse(), circumstances, now).access).toBe(here.access);
      }),
    );
  });

  it('does not change before reviewAt', () => {
    fc.assert(
      fc.property(
        anyFindings,
        anyCircumstances,
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        (findings, circumstances, share) => {
          // What fails now was seen failing by now, as the console records it.
          const seen = {
            ...Object.fromEntries(findings.map((finding) => [findingKey(finding), now.toISOString()])),
            ...circumstances.failingSince,
          };
          const known = { ...circumstances, failingSince: seen };
          const here = decide(findings, known, now);
          if (!here.reviewAt) return;
          expect(here.reviewAt > now.toISOString()).toBe(true);
          const before = new Date(
            now.getTime() + Math.floor((new Date(here.reviewAt).getTime() - now.getTime()) * share),
          );
          expect(decide(findings, known, before).access).toBe(here.access);
        },
      ),
    );
  });
});
