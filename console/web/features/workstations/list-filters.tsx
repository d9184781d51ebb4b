import { Button, CloseButton, Group, NativeSelect, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Access } from '../../../../shared/access/decide.ts';
import { accessWord } from '../../../../shared/words/english.ts';
import { accessIcon } from '../../parts/access-badge.tsx';
import { bySeverity } from '../../parts/severity.ts';
import { programsQuery } from '../programs/queries.ts';
import classes from './list-filters.module.css';
import { isFiltered, type ListSearch, searchFieldId } from './list-search.ts';

interface ListFiltersProps {
  search: ListSearch;
  counts: Record<Access, number> | undefined;
}

/** Access, text and program; all of them live in the address. */
export function ListFilters({ search, counts }: ListFiltersProps) {
  const navigate = useNavigate();
  const show = (change: ListSearch, replace = false) =>
    void navigate({ to: '/workstations', search: { ...search, page: undefined, ...change }, replace });
  return (
    <Group gap="sm">
      <AccessChips chosen={search.access} counts={counts} onChoose={(access) => show({ access })} />
      <Group gap="sm" className={classes['fields'] ?? ''}>
        <SearchField text={search.search ?? ''} onSearch={(text) => show({ search: text || undefined }, true)} />
        <ProgramField program={search.program} onChoose={(program) => show({ program })} />
        {isFiltered(search) && (
          <Button
            variant="subtle"
            px="xs"
            flex="none"
            onClick={() => void navigate({ to: '/workstations', search: {} })}
          >
            Clear filters
          </Button>
        )}
      </Group>
    </Group>
  );
}

interface AccessChipsProps {
  chosen: Access | undefined;
  counts: Record<Access, number> | undefined;
  onChoose: (access: Access | undefined) => void;
}

function AccessChips({ chosen, counts, onChoose }: AccessChipsProps) {
  const total = counts && bySeverity.reduce((sum, access) => sum + counts[access], 0);
  return (
    <fieldset className={classes['chips']}>
      <legend className="unseen">Access</legend>
      <UnstyledButton
        className={`${classes['chip']} ${classes['all']}`}
        aria-pressed={chosen === undefined}
        onClick={() => onChoose(undefined)}
      >
        All <Count value={total} />
      </UnstyledButton>
      {bySeverity.map((access) => {
        const Icon = accessIcon[access];
        return (
          <UnstyledButton
            key={access}
            className={`${classes['chip']} ${classes[access]}`}
            aria-pressed={chosen === access}
            onClick={() => onChoose(chosen === access ? undefined : access)}
          >
            <Icon size={15} aria-hidden />
            {accessWord[access]} <Count value={counts?.[access]} />
          </UnstyledButton>
        );
      })}
    </fieldset>
  );
}

function Count({ value }: { value: number | undefined }) {
  return <span className={classes['count']}>{value === undefined ? '–' : value.toLocaleString('en')}</span>;
}

export function SearchField({ text, onSearch }: { text: string; onSearch: (text: string) => void }) {
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
      aria-label="Search by person or PC"
      placeholder="Search person or PC"
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={typed && <CloseButton size="sm" aria-label="Clear the search" onClick={() => type('')} />}
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
  const { data } = useQuery(programsQuery);
  const rows = data?.rows ?? [];
  if (rows.length < 2 && program === undefined) return null;
  const known = rows.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <NativeSelect
      aria-label="Program"
      value={program ?? ''}
      data={[{ value: '', label: 'All programs' }, ...known]}
      onChange={(event) => onChoose(event.currentTarget.value || undefined)}
    />
  );
}
