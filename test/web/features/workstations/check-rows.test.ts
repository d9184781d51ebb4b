import { describe, expect, it } from 'vitest';
import { checkRows, excusable, troubling } from '../../../../console/web/features/workstations/check-rows.ts';
import { createVoice } from '../../../../console/web/voice.ts';
import { fetchWords, inEnglish } from '../../../../console/web/words/languages.ts';
import type { FindingView } from '../../../../shared/protocol/views.ts';
import { goodFacts } from '../../../console/workstation-double.ts';
import { plain } from '../../plain.ts';
import { detail, view } from '../../rows.ts';

const voice = createVoice(inEnglish, []);
const readAt = '2026-11-22T08:00:00.000Z';
const finding = (change: Partial<FindingView>): FindingView => ({
  check: 'vpn',
  outcome: 'fail',
  code: 'tunnel-down',
  params: {},
  strategy: 'lock',
  ...change,
});
const programs = [view('locked'), view('locked', { program: 'support', programName: 'Support' })];

describe('the checks of a workstation', () => {
  it('tell a finding once for all programs that share it', () => {
    const findings = [
      { program: 'sales', findings: [finding({})] },
      { program: 'support', findings: [finding({})] },
    ];
    const [vpn] = checkRows(detail({ programs, findings }), voice);
    expect(vpn?.results).toEqual([{ finding: finding({}), programs: ['Sales', 'Support'] }]);
  });

  it('tell programs apart that judge differently', () => {
    const findings = [
      { program: 'sales', findings: [finding({})] },
      { program: 'support', findings: [finding({ outcome: 'not-applicable', code: 'not-required' })] },
    ];
    const [vpn] = checkRows(detail({ programs, findings }), voice);
    expect(vpn?.results.map((result) => result.programs)).toEqual([['Sales'], ['Support']]);
  });

  it('say what was read, in one line', () => {
    const rows = checkRows(detail({ readings: goodFacts(readAt) }), voice);
    expect(rows.map(({ check, fact }) => [check, fact])).toEqual([
      ['os-patch', 'Debian GNU/Linux 12 (bookworm) · 0 security updates missing'],
      ['wifi-security', 'eth0 wired'],
      ['vpn', 'no tunnel · IPv4 none · IPv6 absent'],
      ['software', 'nothing from the list is running'],
    ]);
  });

  it('say why something could not be read, with the detail', () => {
    const readings = { 'wifi-security': { readAt, cannotTell: 'location-off' as const, detail: 'iw' } };
    const [wifi] = checkRows(detail({ readings }), voice);
    expect(wifi?.fact).toBe('Cannot tell (Wi-Fi security): location is switched off. (iw)');
  });

  it('say both in French', async () => {
    const readings = { ...goodFacts(readAt), vpn: { readAt, cannotTell: 'timeout' as const, detail: 'scutil --nwi' } };
    const rows = checkRows(detail({ readings }), createVoice(await fetchWords('fr'), []));
    expect(plain(rows.slice(1).map(({ fact }) => fact))).toEqual([
      'eth0 câble',
      'Impossible de le savoir (VPN) : ce PC n’a pas répondu à temps. (scutil --nwi)',
      'rien de la liste n’est ouvert',
    ]);
  });

  it('include what a policy asks for and the agent never reported', () => {
    const findings = [{ program: 'sales', findings: [finding({ outcome: 'cannot-tell', code: 'never-read' })] }];
    const [vpn] = checkRows(detail({ findings }), voice);
    expect([vpn?.readAt, vpn?.fact]).toEqual([undefined, 'Cannot tell (VPN): it has not been reported yet.']);
  });
});

describe('an excuse starts from', () => {
  it('the checks that the policies ask for', () => {
    const findings = [{ program: 'sales', findings: [finding({ check: 'software' }), finding({})] }];
    expect(excusable({ findings })).toEqual(['vpn', 'software']);
  });

  it('those that keep the person from working, not from mere advice', () => {
    const reasons = [
      { cause: 'software' as const, code: 'forbidden-running', params: {}, effect: 'lock' as const },
      { cause: 'vpn' as const, code: 'tunnel-down', params: {}, effect: 'advise' as const },
      { cause: 'manual-lock' as const, code: 'manual-lock', params: {}, effect: 'lock' as const },
    ];
    expect(troubling({ programs: [view('locked', { decision: { access: 'locked', reasons } })] })).toEqual([
      'software',
    ]);
  });
});
