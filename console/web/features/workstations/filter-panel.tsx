import { NativeSelect, SimpleGrid } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Facet, Slice } from '../../../../shared/protocol/workstation-list.ts';
import { useVoice } from '../../parts/speech.tsx';
import { Refusal } from '../../parts/states.tsx';
import { furtherFacets, ListSearch } from './list-search.ts';
import { facetsQuery } from './queries.ts';
import { useFacetWords } from './use-facet-words.ts';

interface FilterPanelProps {
  search: ListSearch;
  onChange: (search: ListSearch) => void;
}

const rare: readonly Facet[] = ['held', 'peopleGroup'];

/** Every further filter, with how many workstations each of its values would leave. */
export function FilterPanel({ search, onChange }: FilterPanelProps) {
  const { data, error } = useQuery(facetsQuery(search));
  // A breaker rarely trips, and not everybody has groups; until then nobody looks for them.
  const isOffered = (facet: Facet) =>
    !rare.includes(facet) || search[facet] !== undefined || (data?.facets[facet].length ?? 0) > 0;
  return (
    <section className="panel" aria-label={useVoice().words.list.filters.more}>
      <Refusal error={error} />
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm">
        {furtherFacets.filter(isOffered).map((facet) => (
          <FacetField
            key={facet}
            facet={facet}
            chosen={search[facet]}
            slices={data?.facets[facet] ?? []}
            onChoose={(value) => onChange(ListSearch.parse({ ...search, [facet]: value }))}
          />
        ))}
      </SimpleGrid>
    </section>
  );
}

interface FacetFieldProps {
  facet: Facet;
  chosen: string | undefined;
  slices: readonly Slice[];
  onChoose: (value: string | undefined) => void;
}

function FacetField({ facet, chosen, slices, onChoose }: FacetFieldProps) {
  const voice = useVoice();
  const { facets, filters } = voice.words.list;
  const sayFacet = useFacetWords([facet]);
  const isListed = chosen === undefined || slices.some(({ value }) => value === chosen);
  const known = slices.map(({ value, workstations }) => ({
    value,
    label: voice.fill(filters.withCount, {
      value: sayFacet(facet, value),
      count: voice.number(workstations),
    }),
  }));
  return (
    <NativeSelect
      label={facets[facet]}
      value={chosen ?? ''}
      data={[
        { value: '', label: filters.any },
        ...(isListed ? [] : [{ value: chosen, label: sayFacet(facet, chosen) }]),
        ...known,
      ]}
      onChange={(event) => onChoose(event.currentTarget.value || undefined)}
    />
  );
}
