import { Access } from '../../../../shared/access/decide.ts';
import type { Facet } from '../../../../shared/protocol/oversight-views.ts';
import { accessWord, say } from '../../../../shared/words/english.ts';

export const facetTitles: Readonly<Record<Facet, string>> = {
  access: 'Access',
  cause: 'Top causes',
  system: 'Systems',
  agent: 'Agent versions',
  'end-of-life': 'End of security support',
  wifi: 'Links to the network',
  vpn: 'Traffic through a VPN',
};

const fixed: Partial<Record<Facet, Readonly<Record<string, string>>>> = {
  'end-of-life': {
    ended: 'Ended',
    '30': 'Ends within 30 days',
    '90': 'Ends within 90 days',
    '365': 'Ends within a year',
    later: 'Ends later',
    unknown: 'Not known',
  },
  wifi: {
    wired: 'Network cable',
    cellular: 'Mobile network',
    none: 'No link',
    unknown: 'Not known',
    open: 'Open Wi-Fi',
    owe: 'Open Wi-Fi, encrypted (OWE)',
  },
  vpn: { none: 'None of it', split: 'Some of it', full: 'All of it', unknown: 'Not known' },
};

/** A slice of the fleet as people would say it. */
export function sayFacet(facet: Facet, value: string): string {
  if (facet === 'access') return accessWord[Access.parse(value)];
  if (facet === 'cause') {
    const [cause = '', code = ''] = value.split(/\/(.*)/s);
    // Many are behind one line, each with names and numbers of its own.
    return say(cause, code, {}).problem.replace(/\{\w+\}/g, '…');
  }
  const known = fixed[facet]?.[value];
  if (known !== undefined) return known;
  return facet === 'wifi' ? `Wi-Fi, ${value.toUpperCase().replaceAll('-', ' ')}` : value;
}
