import type { CheckId, SettingsOf } from '../checks/index.ts';
import type { Rule } from './policy.ts';

/**
 * What makes a value stricter. `higher` and `lower`: of numbers, of times, of the order in an enumeration, and true above
 * false. `listed`: every entry that is added; `unlisted`: every entry that is removed. `narrow`: a list that accepts,
 * where an empty one accepts everything. `unclear`: any other value may let through what was held before.
 */
export type Stricter = 'higher' | 'lower' | 'listed' | 'unlisted' | 'narrow' | 'unclear';

export const ruleStrictness: Readonly<Record<keyof Rule, Stricter>> = {
  strategy: 'higher',
  within: 'lower',
  onCannotTell: 'higher',
  critical: 'higher',
};

/** Fields outside the checks, by their path. */
export const documentStrictness: Readonly<Record<string, Stricter>> = {
  lease: 'lower',
  staleAfter: 'lower',
  'call.hardCap': 'lower',
  'call.feedTimeout': 'lower',
  // A breaker that trips earlier lets more people work.
  'breaker.share': 'higher',
  'breaker.within': 'lower',
  'breaker.atLeast': 'higher',
};

/** A check's new setting does not compile without its line here. */
export const strictness: { readonly [Id in CheckId]: { readonly [Name in keyof SettingsOf<Id>]: Stricter } } = {
  'os-patch': {
    maxUpdateAge: 'lower',
    maxListAge: 'lower',
    maxRebootPending: 'lower',
    endOfLife: 'lower',
    minimum: 'listed',
    automaticUpdates: 'lower',
  },
  'wifi-security': { minimum: 'higher', openWithFullTunnel: 'lower' },
  vpn: { required: 'higher', route: 'higher', ipv6: 'lower', vendors: 'narrow', egress: 'narrow' },
  software: { forbid: 'listed', allow: 'unlisted', installed: 'lower', require: 'listed' },
  'disk-encryption': { cover: 'higher', underWay: 'higher', suspended: 'higher' },
  firewall: { profiles: 'higher', otherMakers: 'higher', inbound: 'lower' },
  antivirus: { maxSignatureAge: 'lower', products: 'narrow', withoutBuiltIn: 'lower' },
  'screen-lock': { maxIdle: 'lower' },
  'remote-login': { forbid: 'listed', remoteSession: 'lower' },
  'admin-rights': { most: 'lower' },
  'auto-login': {},
  'secure-boot': { secureBoot: 'lower', tpm: 'lower', integrity: 'lower' },
  'virtual-machine': { allow: 'unlisted' },
  'removable-media': { attached: 'lower', blocked: 'lower' },
  'time-sync': { maxSkew: 'lower', automatic: 'lower' },
  'agent-health': { minimum: 'unclear', maxUpdateAge: 'lower', files: 'lower', permissions: 'listed', key: 'higher' },
};
