import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useVoice } from '../../parts/speech.tsx';
import type { AuditSearch } from './queries.ts';

interface AuditFiltersProps {
  search: AuditSearch;
  onChange: (search: AuditSearch) => void;
}

/** What is looked for; it stands in the address, so a search can be sent to others. */
export function AuditFilters({ search, onChange }: AuditFiltersProps) {
  const { filters: words } = useVoice().words.audit;
  const kinds = Object.entries(words.kinds).map(([value, label]) => ({ value, label }));
  const [typed, setTyped] = useState(search.search ?? '');
  const send = useDebouncedCallback((text: string) => onChange({ ...search, search: text || undefined }), 300);
  const isFiltered = Object.values(search).some((value) => value);
  const clear = () => {
    setTyped('');
    onChange({});
  };
  return (
    <Group gap="sm" align="flex-end" role="search" aria-label={words.label}>
      <TextInput
        label={words.search}
        placeholder={words.searchHint}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          send(event.currentTarget.value);
        }}
      />
      <NativeSelect
        label={words.about}
        data={[{ value: '', label: words.everything }, ...kinds]}
        value={search.action ?? ''}
        onChange={(event) => onChange({ ...search, action: event.currentTarget.value || undefined })}
      />
      <TextInput
        type="date"
        label={words.from}
        value={search.from ?? ''}
        onChange={(event) => onChange({ ...search, from: event.currentTarget.value || undefined })}
      />
      <TextInput
        type="date"
        label={words.to}
        value={search.to ?? ''}
        onChange={(event) => onChange({ ...search, to: event.currentTarget.value || undefined })}
      />
      {isFiltered && (
        <Button variant="default" onClick={clear}>
          {words.clear}
        </Button>
      )}
    </Group>
  );
}
