import { describe, expect, it } from 'vitest';
import type { Surroundings } from '../../../shared/checks/define.ts';
import { type CheckId, checks, type FactOf } from '../../../shared/checks/index.ts';
import { say } from '../../../shared/words/english.ts';

const around: Surroundings = { now: new Date('2026-11-22T09:00:00.000Z'), fullTunnel: false };
const day = (text: string) => `${text}T00:00:00.000Z`;

/** Judges one fact by written settings and names the codes; `pass` when there is none. */
function judge<Id extends CheckId>(
  id: Id,
  fact: FactOf<Id>,
  settings: object,
  more: Partial<Surroundings> = {},
): string[] {
  const check = checks[id] as (typeof checks)[CheckId];
  const parsed = check.settings.parse(settings);
  const verdicts = check.evaluate(check.fact.parse(fact) as never, parsed as never, { ...around, ...more });
  for (const { code, params = {}, outcome } of verdicts) {
    const { problem, remedy } = say(id, code, params);
    // A forgotten parameter would be shown to a person as `{name}`.
    if (outcome !== 'cannot-tell') expect(`${problem} ${remedy}`).not.toMatch(/[{}]/);
  }
  return verdicts.length === 0
    ? ['pass']
    : verdicts.map(({ outcome, code }) => (outcome === 'cannot-tell' ? `? ${code}` : code));
}

const debian: FactOf<'os-patch'> = {
  product: 'debian',
  name: 'Debian GNU/Linux 12 (bookworm)',
  version: '12',
  build: '12.11',
  kernel: '6.1.0-37-amd64',
  security: { missing: 0, names: [] },
  listsAt: day('2026-11-21'),
  installedAt: day('2026-11-20'),
  reboot: { pending: false },
  automaticUpdates: true,
};
const missing = (since: string) => ({ missing: 2, since, names: ['openssl', 'libc6'] });

describe('os-patch', () => {
  it.each<[string, Partial<FactOf<'os-patch'>>, object, string[]]>([
    ['all installed', {}, {}, ['pass']],
    ['an update waits for less than allowed', { security: missing(day('2026-11-10')) }, {}, ['pass']],
    [
      'an update waits for longer than allowed',
      { security: missing(day('2026-11-01')) },
      {},
      ['security-updates-missing'],
    ],
    [
      'no waiting allowed at all',
      { security: missing('2026-11-22T08:59:59.000Z') },
      { maxUpdateAge: '0s' },
      ['security-updates-missing'],
    ],
    ['the list of updates is old', { listsAt: day('2026-07-11') }, {}, ['lists-old']],
    ['nobody knows the list’s age', { listsAt: { cannotTell: 'absent' } }, {}, ['? absent']],
    ['a restart is due for ten days', { reboot: { pending: true, since: day('2026-11-12') } }, {}, ['restart-pending']],
    ['a restart is due since yesterday', { reboot: { pending: true, since: day('2026-11-21') } }, {}, ['pass']],
    ['standard support is over, long-term support goes on', {}, { endOfLife: 'long-term' }, ['pass']],
    ['standard support is over and the policy wants it', {}, { endOfLife: 'standard' }, ['end-of-life']],
    ['all support is over', { version: '11' }, {}, ['end-of-life']],
    ['a release that the table does not know', { version: '14' }, {}, ['? absent']],
    ['a release that the table does not know, ignored', { version: '14' }, { endOfLife: 'ignore' }, ['pass']],
    ['below the minimum', {}, { minimum: { debian: '13' } }, ['below-minimum']],
    ['at the minimum', {}, { minimum: { debian: '12' } }, ['pass']],
    [
      'automatic updates off, required',
      { automaticUpdates: false },
      { automaticUpdates: 'required' },
      ['automatic-updates-off'],
    ],
    ['security updates hidden', { security: { cannotTell: 'denied' } }, {}, ['? denied']],
    [
      'several at once',
      { version: '11', reboot: { pending: true, since: day('2026-10-12') } },
      {},
      ['restart-pending', 'end-of-life'],
    ],
  ])('%s', (_situation, change, settings, expected) => {
    expect(judge('os-patch', { ...debian, ...change }, settings)).toEqual(expected);
  });
});

describe('wifi-security', () => {
  const wifi = (security: FactOf<'wifi-security'>['links'][number]['security']): FactOf<'wifi-security'> => ({
    links: [{ interface: 'wlan0', kind: 'wifi', security }],
  });
  const wired: FactOf<'wifi-security'> = { links: [{ interface: 'eth0', kind: 'wired' }] };
  it.each<[string, FactOf<'wifi-security'>, object, Partial<Surroundings>, string[]]>([
    ['a cable', wired, {}, {}, ['wired-only']],
    ['no link at all', { links: [] }, {}, {}, ['no-link']],
    ['WPA2 at home', wifi('wpa2-personal'), {}, {}, ['pass']],
    ['WPA3 in transition', wifi('wpa2-wpa3-transition'), {}, {}, ['pass']],
    ['open café', wifi('open'), {}, {}, ['open']],
    [
      'open café with everything through the VPN, allowed',
      wifi('open'),
      { openWithFullTunnel: true },
      { fullTunnel: true },
      ['pass'],
    ],
    ['open café with a split VPN', wifi('open'), { openWithFullTunnel: true }, {}, ['open']],
    ['WEP', wifi('wep'), {}, {}, ['weak']],
    ['WPA2 where WPA3 is the least', wifi('wpa2-personal'), { minimum: 'wpa3-personal' }, {}, ['weak']],
    ['location is off', wifi({ cannotTell: 'location-off' }), {}, {}, ['? location-off']],
    ['a cable and an open Wi-Fi', { links: [...wired.links, ...wifi('open').links] }, {}, {}, ['open']],
  ])('%s', (_situation, fact, settings, more, expected) => {
    expect(judge('wifi-security', fact, settings, more)).toEqual(expected);
  });
});

describe('vpn', () => {
  const up: FactOf<'vpn'> = {
    tunnels: [{ interface: 'wg0', kind: 'wireguard', vendor: 'wireguard' }],
    ipv4: 'full',
    ipv6: 'full',
  };
  const down: FactOf<'vpn'> = { tunnels: [], ipv4: 'none', ipv6: 'none' };
  const required = (more: object = {}) => ({ required: true, ...more });
  it.each<[string, FactOf<'vpn'>, object, string | undefined, string[]]>([
    ['not asked for', down, {}, undefined, ['not-required']],
    ['down', down, required(), undefined, ['tunnel-down']],
    ['up', up, required(), undefined, ['pass']],
    ['split where full is asked for', { ...up, ipv4: 'split' }, required({ route: 'full' }), undefined, ['not-full']],
    [
      'up, but nothing goes through it',
      { ...up, ipv4: 'none' },
      required({ route: 'split' }),
      undefined,
      ['not-routed'],
    ],
    ['IPv6 leaks', { ...up, ipv6: 'none' }, required({ route: 'full', ipv6: 'covered' }), undefined, ['ipv6-outside']],
    ['no IPv6 at all', { ...up, ipv6: 'absent' }, required({ route: 'full', ipv6: 'covered' }), undefined, ['pass']],
    ['another product', up, required({ vendors: ['openvpn'] }), undefined, ['wrong-vendor']],
    [
      'an unknown product',
      { ...up, tunnels: [{ interface: 'tun0', kind: 'tun' }] },
      required({ vendors: ['openvpn'] }),
      undefined,
      ['? absent'],
    ],
    ['seen from the office', up, required({ egress: ['203.0.113.0/24'] }), '203.0.113.9', ['pass']],
    ['seen from home', up, required({ egress: ['203.0.113.0/24'] }), '198.51.100.7', ['wrong-egress']],
    ['not seen yet', up, required({ egress: ['203.0.113.0/24'] }), undefined, ['? never-read']],
    [
      'routes hidden',
      { ...up, ipv4: { cannotTell: 'timeout' } },
      required({ route: 'full' }),
      undefined,
      ['? timeout'],
    ],
  ])('%s', (_situation, fact, settings, egress, expected) => {
    expect(judge('vpn', fact, settings, { egress })).toEqual(expected);
  });
});

describe('software', () => {
  const found = (...ids: string[]): FactOf<'software'> => ({
    catalogue: '2026-11-22',
    found: ids.map((id) => ({ id, running: true, by: 'file-name' as const })),
  });
  const installed: FactOf<'software'> = {
    catalogue: '2026-11-22',
    found: [{ id: 'anydesk', running: false, by: 'package' }],
  };
  it.each<[string, FactOf<'software'>, object, string[]]>([
    ['nothing', found(), {}, ['pass']],
    ['AnyDesk runs', found('anydesk'), {}, ['forbidden-running']],
    ['AnyDesk is named alone', found('anydesk'), { forbid: ['anydesk'] }, ['forbidden-running']],
    ['AnyDesk is allowed', found('anydesk'), { allow: ['anydesk'] }, ['pass']],
    ['AnyDesk is required', found('anydesk'), { require: ['anydesk'] }, ['pass']],
    ['a recorder, which this policy does not forbid', found('obs-studio'), {}, ['pass']],
    ['only installed', installed, {}, ['pass']],
    ['only installed, forbidden too', installed, { installed: 'forbid' }, ['forbidden-installed']],
    ['a program by its file name', found('process:cheat'), { forbid: [{ process: 'Cheat' }] }, ['forbidden-running']],
    ['a required program is missing', found(), { require: [{ process: 'softphone' }] }, ['required-missing']],
    ['a required program is only installed', installed, { require: ['anydesk'] }, ['required-missing']],
  ])('%s', (_situation, fact, settings, expected) => {
    expect(judge('software', fact, settings)).toEqual(expected);
  });
});
