import { Button, CloseButton, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks';
import { IconFilter, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { WorkstationList } from '../../../../shared/protocol/workstation-list.ts';
import { useIsLost } from '../../events.ts';
import { useVoice } from '../../parts/speech.tsx';
import { programsQuery } from '../programs/queries.ts';
import { AccessChips } from './access-chips.tsx';
import { FilterChips } from './filter-chips.tsx';
import classes from './list-filters.module.css';
import { isFiltered, type ListSearch, searchFieldId } from './list-search.ts';
import { OrderField } from './order-field.tsx';

// The first view does not wait for what only opens on a click.
const FilterPanel = lazy(async () => ({ default: (await import('./filter-panel.tsx')).FilterPanel }));

interface ListFiltersProps {
  search: ListSearch;
  reply: WorkstationList | undefined;
}

/** What the list shows and in which order; all of it lives in the address. */
export function ListFilters({ search, reply }: ListFiltersProps) {
  const voice = useVoice();
  const { filters } = voice.words.list;
  const navigate = useNavigate();
  const [isOpen, panel] = useDisclosure(false);
  const isLost = useIsLost();
  const show = (change: ListSearch, replace = false) =>
    void navigate({ to: '/workstations', search: { ...search, ...change }, replace });
  return (
    <>
      <Group gap="sm" justify="space-between">
        {search.enrolment !== 'revoked' && (
          <AccessChips
            chosen={search.access}
            counts={isLost ? undefined : reply?.counts}
            onChoose={(access) => show({ access })}
          />
        )}
        <SearchField text={search.search ?? ''} onSearch={(text) => show({ search: text || undefined }, true)} />
      </Group>
      <Group gap="sm" justify="space-between">
        <Group gap="sm" className={classes['state'] ?? ''}>
          {reply && (
            <Text size="sm" role="status">
              {reply.total === reply.all
                ? voice.count(voice.words.frame.terms.workstations, reply.all)
                : voice.fill(voice.words.list.some, { total: voice.number(reply.total), all: voice.number(reply.all) })}
            </Text>
          )}
          <FilterChips search={search} onRemove={(facet) => show({ [facet]: undefined })} />
          {isFiltered(search) && (
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => void navigate({ to: '/workstations', search: {} })}
            >
              {filters.clear}
            </Button>
          )}
        </Group>
        <Group gap="sm" className={classes['fields'] ?? ''}>
          <ProgramField program={search.program} onChoose={(program) => show({ program })} />
          <OrderField search={search} onChange={(next) => show(next, true)} />
          <Button
            variant="default"
            leftSection={<IconFilter size={16} aria-hidden />}
            aria-expanded={isOpen}
            onClick={panel.toggle}
          >
            {filters.more}
          </Button>
        </Group>
      </Group>
      {isOpen && (
        <Suspense>
          <FilterPanel search={search} onChange={show} />
        </Suspense>
      )}
    </>
  );
}

interface SearchFieldProps {
  text: string;
  onSearch: (text: string) => void;
  /** What is looked through, where it is not workstations. */
  label?: string;
}

export function SearchField({ text, onSearch, label }: SearchFieldProps) {
  const { filters } = useVoice().words.list;
  const [typed, setTyped] = useState(text);
  const search = useDebouncedCallback(onSearch, 250);
  useEffect(() => setTyped(text), [text]);
  const type = (value: string) => {
    setTyped(value);
    search(value.trim());
  };
  return (
    <TextInput
      id={searchFieldId}
      type="search"
      className={classes['search'] ?? ''}
      aria-label={label ?? filters.search}
      placeholder={label ?? filters.searchHint}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={typed && <CloseButton size="sm" aria-label={filters.clearSearch} onClick={() => type('')} />}
      maxLength={100}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}

interface ProgramFieldProps {
  program: string | undefined;
  onChoose: (program: string | undefined) => void;
}

export function ProgramField({ program, onChoose }: ProgramFieldProps) {
  const { filters } = useVoice().words.list;
  const { data } = useQuery(programsQuery);
  const rows = data?.rows ?? [];
  if (rows.length < 2 && program === undefined) return null;
  const known = rows.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <NativeSelect
      aria-label={filters.program}
      value={program ?? ''}
      data={[{ value: '', label: filters.allPrograms }, ...known]}
      onChange={(event) => onChoose(event.currentTarget.value || undefined)}
    />
  );
}
