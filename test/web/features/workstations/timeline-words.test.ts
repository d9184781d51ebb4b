import { describe, expect, it } from 'vitest';
import { timelineWords } from '../../../../console/web/features/workstations/timeline-words.ts';
import { createVoice } from '../../../../console/web/voice.ts';
import { fetchWords, inEnglish } from '../../../../console/web/words/languages.ts';
import type { FindingView, TimelineEntry } from '../../../../shared/protocol/views.ts';
import { badFacts } from '../../../console/workstation-double.ts';
import { plain } from '../../plain.ts';

const english = createVoice(inEnglish, []);
const french = createVoice(await fetchWords('fr'), []);
const at = '2026-11-22T08:00:00.000Z';
const entry = (change: Partial<TimelineEntry>): TimelineEntry => ({ id: '1', at, kind: 'access', ...change });

const anydesk = { cause: 'software', code: 'forbidden-running', params: { names: 'AnyDesk' } } as const;
const running = 'AnyDesk is running and is not allowed while you work.';
const quiet = { cause: 'out-of-contact', code: 'out-of-contact', params: {}, effect: 'advise' } as const;
const finding = (change: Partial<FindingView>): FindingView => ({
  ...{ check: 'software', outcome: 'pass', code: 'ok', params: {}, strategy: 'lock' },
  ...change,
});
const observed = finding({ outcome: 'fail', code: anydesk.code, params: anydesk.params, strategy: 'observe' });
const ready = { access: 'ready' as const, reasons: [] };
const locked = (...effects: ('lock' | 'excused')[]): TimelineEntry['decision'] => ({
  access: 'locked',
  reasons: effects.map((effect) => ({ ...anydesk, effect })),
});
const { software, vpn } = badFacts(at);

const situations: Record<string, [Partial<TimelineEntry>, string, string[], string[]?]> = {
  'a lock that a report brought': [
    { previous: 'ready', decision: locked('lock'), latency: { total: 214.4, console: 3.6 } },
    'Ready → Locked',
    [running],
    ['In force 214 ms after the PC saw it; 4 ms of it in the console.'],
  ],
  'a lock by time or by hand': [
    { previous: 'ready', decision: locked('lock'), latency: { total: 3, console: 3, decided: true } },
    'Ready → Locked',
    [running],
    ['In force 3 ms after it was decided.'],
  ],
  'the first decision': [{ decision: ready }, 'Ready', []],
  'advice that stops nobody': [
    { decision: { access: 'ready', reasons: [quiet] } },
    'Ready',
    ['The Shiftgate agent on this PC has not been in contact. (Advice only)'],
  ],
  'an excused problem': [
    { previous: 'locked', decision: { access: 'ready', reasons: [{ ...anydesk, effect: 'excused' }] } },
    'Locked → Ready',
    [`Excused: ${running}`],
  ],
  'every reason, and what the others do': [
    { previous: 'ready', decision: { access: 'locked', reasons: [{ ...anydesk, effect: 'lock' }, quiet] } },
    'Ready → Locked',
    [running, 'The Shiftgate agent on this PC has not been in contact. (Advice only)'],
  ],
  'a problem that is over': [
    { previous: 'locked', decision: ready, findings: [finding({}), finding({ check: 'vpn' })] },
    'Locked → Ready',
    ['No longer a problem: Software and VPN.'],
  ],
  'a finding that the reasons tell already, once': [
    { previous: 'ready', decision: locked('lock'), findings: [finding({ ...observed, strategy: 'lock' })] },
    'Ready → Locked',
    [running],
  ],
  'a finding that decides nothing': [
    { kind: 'findings', findings: [observed] },
    'Findings changed',
    [`${running} (Noted only)`],
  ],
  'a call that was waited for': [
    { previous: 'draining', decision: locked('lock'), drained: 252_000 },
    'Finishing call → Locked',
    [running],
    ['The call had 4 min to end before this.'],
  ],
  'facts, in a line each': [
    { kind: 'facts', report: 7, facts: { software: software!, vpn: { readAt: at, cannotTell: 'denied' } } },
    'Facts reported',
    ['VPN: Cannot tell (VPN): this PC did not allow it.', 'Software: running: AnyDesk'],
  ],
  'many facts, by name': [
    { kind: 'facts', report: 1, facts: badFacts(at) },
    'Facts reported',
    ['System updates, Wi-Fi security, VPN and Software'],
  ],
  'a lock by hand': [{ kind: 'lock', note: 'Laptop lost' }, 'Locked by hand', ['Laptop lost']],
  'an enrolment': [
    { kind: 'enrolment', note: 'awaiting-approval: with a code of command line' },
    'Enrolment',
    ['Waits for approval: with a code of command line'],
  ],
  'a gap': [{ kind: 'report-gap', note: '3 reports' }, 'Reports are missing', ['3 reports']],
};

describe('the history of a workstation', () => {
  it.each(Object.entries(situations))('tells %s', (_what, [change, headline, lines, times = []]) => {
    expect(timelineWords(entry(change), english)).toEqual({ headline, lines, times });
  });

  it('speaks French, and leaves people’s own words alone', () => {
    expect(timelineWords(entry({ kind: 'note', note: 'Reports are lost' }), french)).toMatchObject({
      headline: 'Note interne',
      lines: ['Reports are lost'],
    });
    const note = '2 reports are missing before number 4.';
    const { headline, lines } = timelineWords(entry({ kind: 'report-gap', note }), french);
    expect([headline, lines[0] === note]).toEqual(['Il manque des rapports', false]);
    const enrolled = { kind: 'enrolment', note: 'active: with a code of command line' } as const;
    expect(plain(timelineWords(entry(enrolled), french).lines)).toEqual([
      'Inscrit : avec un code de la ligne de commande',
    ]);
    expect(timelineWords(entry({ kind: 'facts', facts: { vpn: vpn! } }), french).lines[0]).toMatch(
      /^VPN\s: aucun tunnel/,
    );
  });
});
