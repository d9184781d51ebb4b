import { UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { Facet } from '../../../../shared/protocol/workstation-list.ts';
import { useVoice } from '../../parts/speech.tsx';
import classes from './list-filters.module.css';
import { furtherFacets, type ListSearch } from './list-search.ts';
import { useFacetWords } from './use-facet-words.ts';

interface FilterChipsProps {
  search: ListSearch;
  onRemove: (facet: Facet) => void;
}

/** The further filters in force; a click takes one away. */
export function FilterChips({ search, onRemove }: FilterChipsProps) {
  const voice = useVoice();
  const { filters, facets } = voice.words.list;
  const inForce = furtherFacets.filter((facet) => search[facet] !== undefined);
  const sayFacet = useFacetWords(inForce);
  const chosen = inForce.map((facet) => ({
    facet,
    words: { facet: facets[facet], value: sayFacet(facet, search[facet] ?? '') },
  }));
  if (chosen.length === 0) return null;
  return (
    <ul className={classes['inForce']} aria-label={filters.chosen}>
      {chosen.map(({ facet, words }) => (
        <li key={facet}>
          <UnstyledButton
            className={classes['removable']}
            aria-label={voice.fill(filters.remove, words)}
            onClick={() => onRemove(facet)}
          >
            {voice.fill(filters.chip, words)}
            <IconX size={14} aria-hidden />
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}
