import { describe, expect, it } from 'vitest';
import { timelineWords } from '../../../../console/web/features/workstations/timeline-words.ts';
import type { TimelineEntry } from '../../../../shared/protocol/views.ts';

const entry = (change: Partial<TimelineEntry>): TimelineEntry => ({
  id: 1,
  at: '2026-11-22T08:00:00.000Z',
  kind: 'access',
  ...change,
});
const anydesk = { cause: 'software', code: 'forbidden-running', params: { names: 'AnyDesk' } } as const;

describe('the history of a workstation', () => {
  it('says from what to what, why, and how long it took', () => {
    const decision = { access: 'locked', reasons: [{ ...anydesk, effect: 'lock' }] } as const;
    const words = timelineWords(
      entry({
        previous: 'ready',
        decision: { ...decision, reasons: [...decision.reasons] },
        latency: { total: 214.4, console: 3.6 },
      }),
    );
    expect(words).toEqual({
      headline: 'Ready → Locked',
      detail: 'AnyDesk is running and is not allowed while you work.',
      latency: 'In force 214 ms after the PC saw it; 4 ms of it in the console.',
    });
  });

  it.each<[string, Partial<TimelineEntry>, string, string | undefined]>([
    ['the first decision', { decision: { access: 'ready', reasons: [] } }, 'Ready', undefined],
    [
      'an excused problem',
      { previous: 'locked', decision: { access: 'ready', reasons: [{ ...anydesk, effect: 'excused' }] } },
      'Locked → Ready',
      'Excused: AnyDesk is running and is not allowed while you work.',
    ],
    ['a lock by hand', { kind: 'lock', note: 'Laptop lost' }, 'Locked by hand', 'Laptop lost'],
    ['a gap', { kind: 'report-gap', note: '3 reports' }, 'Reports are missing', '3 reports'],
  ])('%s', (_what, change, headline, detail) => {
    expect(timelineWords(entry(change))).toMatchObject({ headline, detail });
  });
});
