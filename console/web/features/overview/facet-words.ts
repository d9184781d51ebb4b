import { Access } from '../../../../shared/access/decide.ts';
import type { Facet } from '../../../../shared/protocol/oversight-views.ts';
import type { Voice } from '../../voice.ts';

/** A slice of the fleet as people would say it. */
export function sayFacet(voice: Voice, facet: Facet, value: string): string {
  if (facet === 'access') return voice.access[Access.parse(value)];
  if (facet === 'cause') {
    const [cause = '', code = ''] = value.split(/\/(.*)/s);
    return voice.causeTitle(cause, code);
  }
  const slices: Partial<Record<Facet, Readonly<Record<string, string>>>> = voice.words.overview.slices;
  const known = slices[facet]?.[value];
  if (known !== undefined) return known;
  return facet === 'wifi' ? `Wi-Fi, ${value.toUpperCase().replaceAll('-', ' ')}` : value;
}
