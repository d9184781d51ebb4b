import type { Facet } from '../../../../shared/protocol/workstation-list.ts';
import { useVoice } from '../../parts/speech.tsx';
import { useGroupName } from '../people/use-group-name.ts';
import { sayFacet } from './facet-words.ts';

/** Says slices of the fleet. The names of groups of people are read only for whoever names one of `facets`. */
export function useFacetWords(facets: readonly Facet[]): (facet: Facet, value: string) => string {
  const voice = useVoice();
  const groupName = useGroupName(facets.includes('peopleGroup'));
  return (facet, value) => (facet === 'peopleGroup' ? groupName(value) : sayFacet(voice, facet, value));
}
