import type { Facet } from '../../../../shared/protocol/workstation-list.ts';
import type { Voice } from '../../voice.ts';

/** A slice of the fleet as people would say it. */
export function sayFacet(voice: Voice, facet: Facet, value: string): string {
  const { words, access, fill } = voice;
  const { terms } = words.frame;
  const { values } = words.list;
  if (facet === 'access') return find(access, value);
  if (facet === 'enrolment') return find(terms.enrolment, value);
  if (facet === 'held') return voice.title(value);
  if (facet === 'cause') {
    const [cause = '', code = ''] = value.split(/\/(.*)/s);
    return voice.causeTitle(cause, code);
  }
  if (facet === 'wifi') {
    return find(values.wifi, value, fill(values.wifiBy, { protection: value.toUpperCase().replaceAll('-', ' ') }));
  }
  if (facet === 'end-of-life' || facet === 'vpn' || facet === 'contact') return find(values[facet], value);
  return value;
}

/** Values may come from an address that somebody typed. */
function find(words: object, value: string, otherwise = value): string {
  return Object.entries(words).find(([name]) => name === value)?.[1] ?? otherwise;
}
