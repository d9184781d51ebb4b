import { Autocomplete, Group, MultiSelect, NativeSelect, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { PersonWanted } from '../../../../shared/protocol/people-routes.ts';
import { Language, languageNames } from '../../../../shared/words/language.ts';
import { useVoice } from '../../parts/speech.tsx';
import { programsQuery } from '../programs/queries.ts';
import { groupsQuery } from './queries.ts';

interface FieldsProps {
  draft: PersonWanted;
  onChange: (part: Partial<PersonWanted>) => void;
  /** Why the console did not take a column. */
  problemOf: (column: string) => string | undefined;
}

const zones = Intl.supportedValuesOf('timeZone');

/** In which language to write, and what the clock says there. */
export function WhereaboutsFields({ draft, onChange, problemOf }: FieldsProps) {
  const { person: words } = useVoice().words.people;
  return (
    <Group grow align="flex-start">
      <NativeSelect
        label={words.language}
        error={problemOf('language')}
        value={draft.language}
        data={[
          { value: '', label: words.notKnown },
          ...Language.options.map((value) => ({ value, label: languageNames[value] })),
        ]}
        onChange={(event) => onChange({ language: event.currentTarget.value })}
      />
      <Autocomplete
        label={words.timeZone}
        placeholder="UTC"
        error={problemOf('time zone')}
        maxLength={60}
        limit={20}
        data={zones}
        value={draft.timeZone}
        onChange={(timeZone) => onChange({ timeZone })}
      />
    </Group>
  );
}

/** Where somebody belongs: programs there are, and groups, which may be new. */
export function PlaceFields({ draft, onChange, problemOf }: FieldsProps) {
  const voice = useVoice();
  const { person: words } = voice.words.people;
  const { data: programs } = useQuery(programsQuery);
  const { data: groups } = useQuery(groupsQuery);
  return (
    <>
      <MultiSelect
        label={words.programs}
        error={problemOf('programs')}
        data={programs?.rows.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        value={draft.programs}
        onChange={(chosen) => onChange({ programs: chosen })}
        clearable
        clearButtonProps={{ 'aria-label': voice.fill(words.clear, { field: words.programs }) }}
      />
      <TagsInput
        label={words.groups}
        description={words.groupsAbout}
        error={problemOf('groups')}
        data={groups?.rows.map(({ name }) => name) ?? []}
        splitChars={[',', ';', '|']}
        value={draft.groups}
        onChange={(chosen) => onChange({ groups: chosen })}
        clearable
        clearButtonProps={{ 'aria-label': voice.fill(words.clear, { field: words.groups }) }}
      />
    </>
  );
}
