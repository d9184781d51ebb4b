import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useVoice } from '../../parts/speech.tsx';
import type { AuditSearch } from './queries.ts';

/** Two beside each other on a narrow screen. */
const width = { flex: '1 1 9rem', maw: '16rem' } as const;

interface AuditFiltersProps {
  search: AuditSearch;
  /** What `search.target` is called, where that is known. */
  targetName: string | undefined;
  onChange: (search: AuditSearch) => void;
}

/** What is looked for; it stands in the address, so a search can be sent to others. */
export function AuditFilters({ search, targetName, onChange }: AuditFiltersProps) {
  const voice = useVoice();
  const { filters: words } = voice.words.audit;
  const kinds = Object.entries(words.kinds).map(([value, label]) => ({ value, label }));
  const isFiltered = Object.values(search).some((value) => value);
  const show = (change: AuditSearch) => onChange({ ...search, ...change });
  return (
    <Group gap="sm" align="flex-end" role="search" aria-label={words.label}>
      <TypedField
        label={words.search}
        hint={words.searchHint}
        text={search.search}
        onType={(text) => show({ search: text })}
      />
      <TypedField
        label={words.actor}
        hint={words.actorHint}
        text={search.actor}
        onType={(text) => show({ actor: text })}
      />
      <NativeSelect
        {...width}
        label={words.about}
        data={[{ value: '', label: words.everything }, ...kinds]}
        value={search.action ?? ''}
        onChange={(event) => show({ action: event.currentTarget.value || undefined })}
      />
      <TextInput
        {...width}
        type="date"
        label={words.from}
        value={search.from ?? ''}
        onChange={(event) => show({ from: event.currentTarget.value || undefined })}
      />
      <TextInput
        {...width}
        type="date"
        label={words.to}
        value={search.to ?? ''}
        onChange={(event) => show({ to: event.currentTarget.value || undefined })}
      />
      {search.target && (
        <Button
          variant="default"
          rightSection={<IconX size={16} aria-hidden />}
          aria-label={voice.fill(words.notOnly, { what: targetName ?? search.target })}
          onClick={() => show({ target: undefined })}
        >
          {voice.fill(words.only, { what: targetName ?? search.target })}
        </Button>
      )}
      {isFiltered && (
        <Button variant="default" onClick={() => onChange({})}>
          {words.clear}
        </Button>
      )}
    </Group>
  );
}

interface TypedFieldProps {
  label: string;
  hint: string;
  text: string | undefined;
  onType: (text: string | undefined) => void;
}

/** Asked for once the person pauses. */
function TypedField({ label, hint, text = '', onType }: TypedFieldProps) {
  const [typed, setTyped] = useState(text);
  const send = useDebouncedCallback((value: string) => onType(value.trim() || undefined), 300);
  useEffect(() => setTyped((before) => (before.trim() === text ? before : text)), [text]);
  return (
    <TextInput
      {...width}
      label={label}
      placeholder={hint}
      maxLength={100}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        send(event.currentTarget.value);
      }}
    />
  );
}
