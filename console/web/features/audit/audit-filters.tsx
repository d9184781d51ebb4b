import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import type { AuditSearch } from './queries.ts';

const actions = [
  { value: '', label: 'Everything' },
  { value: 'access', label: 'Access' },
  { value: 'lock', label: 'Locks by hand' },
  { value: 'excuse', label: 'Excuses' },
  { value: 'policy', label: 'Policies' },
  { value: 'rollout', label: 'Versions on their way' },
  { value: 'breaker', label: 'Breaker' },
  { value: 'enrolment', label: 'Enrolment' },
  { value: 'program', label: 'Programs' },
  { value: 'signed-in', label: 'Sign-ins' },
  { value: 'operator', label: 'Operators' },
];

interface AuditFiltersProps {
  search: AuditSearch;
  onChange: (search: AuditSearch) => void;
}

/** What is looked for; it stands in the address, so a search can be sent to others. */
export function AuditFilters({ search, onChange }: AuditFiltersProps) {
  const [typed, setTyped] = useState(search.search ?? '');
  const send = useDebouncedCallback((text: string) => onChange({ ...search, search: text || undefined }), 300);
  const isFiltered = Object.values(search).some((value) => value);
  const clear = () => {
    setTyped('');
    onChange({});
  };
  return (
    <Group gap="sm" align="flex-end" role="search" aria-label="Audit">
      <TextInput
        label="Search"
        placeholder="Name, reason, id"
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          send(event.currentTarget.value);
        }}
      />
      <NativeSelect
        label="About"
        data={actions}
        value={search.action ?? ''}
        onChange={(event) => onChange({ ...search, action: event.currentTarget.value || undefined })}
      />
      <TextInput
        type="date"
        label="From"
        value={search.from ?? ''}
        onChange={(event) => onChange({ ...search, from: event.currentTarget.value || undefined })}
      />
      <TextInput
        type="date"
        label="To"
        value={search.to ?? ''}
        onChange={(event) => onChange({ ...search, to: event.currentTarget.value || undefined })}
      />
      {isFiltered && (
        <Button variant="default" onClick={clear}>
          Clear
        </Button>
      )}
    </Group>
  );
}
