import { Button, Group, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Language, languageNames } from '../../../../shared/words/language.ts';
import { useVoice } from '../../parts/speech.tsx';
import { PeopleGroupField } from '../people/group-field.tsx';
import { sessionQuery } from '../sign-in/session.ts';
import { ProgramField, SearchField } from '../workstations/list-filters.tsx';
import { assigneesQuery } from './queries.ts';
import { isNarrowed, type TriageSearch } from './triage-search.ts';

/** Text, program, group of people, assignee and language; all of them live in the address. */
export function TriageFilters({ search }: { search: TriageSearch }) {
  const { triage, list } = useVoice().words;
  const { filters } = triage;
  const navigate = useNavigate();
  // Groups that are open stay so.
  const show = (change: TriageSearch, replace = false) =>
    void navigate({ to: '/triage', search: (before: TriageSearch) => ({ ...before, ...change }), replace });
  const { data: helpers = [] } = useQuery(assigneesQuery);
  const { data: session } = useQuery(sessionQuery);
  const wanted = search.assignee && !['me', 'nobody'].includes(search.assignee) ? [search.assignee] : [];
  const named = [...new Set([...helpers, ...wanted])].filter((name) => name !== session?.name);
  return (
    <Group gap="sm">
      <SearchField text={search.search ?? ''} onSearch={(text) => show({ search: text || undefined }, true)} />
      <ProgramField program={search.program} onChoose={(program) => show({ program })} />
      <PeopleGroupField group={search.peopleGroup} onChoose={(peopleGroup) => show({ peopleGroup })} />
      <NativeSelect
        aria-label={filters.assignee}
        value={search.assignee ?? ''}
        data={[
          { value: '', label: filters.anybody },
          { value: 'me', label: filters.me },
          { value: 'nobody', label: filters.nobody },
          ...named,
        ]}
        onChange={(event) => show({ assignee: event.currentTarget.value || undefined })}
      />
      <NativeSelect
        aria-label={filters.language}
        value={search.language ?? ''}
        data={[
          { value: '', label: filters.everyLanguage },
          ...Language.options.map((value) => ({ value, label: languageNames[value] })),
        ]}
        onChange={(event) => show({ language: Language.safeParse(event.currentTarget.value).data })}
      />
      {isNarrowed(search) && (
        <Button variant="subtle" px="xs" flex="none" onClick={() => void navigate({ to: '/triage', search: {} })}>
          {list.filters.clear}
        </Button>
      )}
    </Group>
  );
}
