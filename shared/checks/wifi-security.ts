import { z } from 'zod';
import { defineCheck, isUnknown, maybe, type Verdict } from './define.ts';

/** Protection of a wireless link, from worst to best. Personal modes share a password, enterprise modes do not. */
export const WifiSecurity = z.enum([
  'open',
  'wep',
  'wpa-tkip',
  'owe',
  'wpa2-personal',
  'wpa2-enterprise',
  'wpa2-wpa3-transition',
  'wpa3-personal',
  'wpa3-enterprise',
]);
export type WifiSecurity = z.infer<typeof WifiSecurity>;

const Link = z.object({
  interface: z.string().max(80),
  kind: z.enum(['wired', 'wifi', 'cellular']),
  /** Only for `wifi`. */
  security: maybe(WifiSecurity).optional(),
});

const Fact = z.object({
  /** Every active link to a network; tunnels, bridges and virtual adapters are not links. */
  links: z.array(Link).max(16),
});

const Settings = z.object({
  minimum: WifiSecurity.exclude(['open']).default('wpa2-personal'),
  /** Accept a link below the minimum while all traffic goes through a tunnel. */
  openWithFullTunnel: z.boolean().default(false),
});

const rank = (security: WifiSecurity) => WifiSecurity.options.indexOf(security);

type Code = 'open' | 'weak' | 'wired-only' | 'no-link';

export const wifiSecurity = defineCheck({
  id: 'wifi-security',
  title: 'Wi-Fi security',
  why: 'On an open or weak Wi-Fi, neighbours can listen in on the customer’s data.',
  fact: Fact,
  settings: Settings,
  evaluate({ links }, { minimum, openWithFullTunnel }, { fullTunnel }): Verdict<Code>[] {
    if (links.length === 0) return [{ outcome: 'not-applicable', code: 'no-link' }];
    const wireless = links.filter((link) => link.kind === 'wifi');
    if (wireless.length === 0) return [{ outcome: 'not-applicable', code: 'wired-only' }];
    return wireless.flatMap(({ interface: name, security }): Verdict<Code>[] => {
      if (security === undefined) return [{ outcome: 'cannot-tell', code: 'failed', params: { what: name } }];
      if (isUnknown(security)) return [{ outcome: 'cannot-tell', code: security.cannotTell, params: { what: name } }];
      if (rank(security) >= rank(minimum) || (openWithFullTunnel && fullTunnel)) return [];
      if (security === 'open') return [{ outcome: 'fail', code: 'open', params: { interface: name } }];
      return [
        { outcome: 'fail', code: 'weak', params: { interface: name, security: security.toUpperCase(), minimum } },
      ];
    });
  },
  describe({ links }) {
    if (links.length === 0) return 'no network link';
    return links
      .map((link) => {
        if (link.kind !== 'wifi') return `${link.interface} ${link.kind}`;
        return `${link.interface} Wi-Fi ${typeof link.security === 'string' ? link.security : 'of unknown security'}`;
      })
      .join(' · ');
  },
  texts: {
    open: {
      problem: 'Your Wi-Fi has no password protection.',
      remedy: 'Set a WPA2 or WPA3 password on your router, or use a network cable.',
    },
    weak: {
      problem: 'Your Wi-Fi uses {security}, which is easily broken.',
      remedy: 'Switch your router to WPA2 or WPA3 ({minimum} at least), or use a network cable.',
    },
    'wired-only': { problem: 'This PC uses a network cable, not Wi-Fi.', remedy: 'Nothing to do.' },
    'no-link': { problem: 'This PC has no network link.', remedy: 'Connect a network cable or join your Wi-Fi.' },
  },
});
