import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useVoice } from '../../parts/speech.tsx';
import { groupsQuery } from './queries.ts';
import { useGroupName } from './use-group-name.ts';

interface PeopleGroupFieldProps {
  /** Id. */
  group: string | undefined;
  onChoose: (group: string | undefined) => void;
}

/** Limits a list to the people of one group; not there while there is no group. */
export function PeopleGroupField({ group, onChoose }: PeopleGroupFieldProps) {
  const { groups: words } = useVoice().words.people;
  const { data } = useQuery(groupsQuery);
  const nameOf = useGroupName();
  const rows = data?.rows ?? [];
  if (rows.length === 0 && group === undefined) return null;
  const known = rows.map(({ id, name }) => ({ value: id, label: name }));
  const isKnown = group === undefined || rows.some(({ id }) => id === group);
  const gone = isKnown ? [] : [{ value: group, label: nameOf(group) }];
  return (
    <NativeSelect
      aria-label={words.group}
      value={group ?? ''}
      data={[{ value: '', label: words.all }, ...gone, ...known]}
      onChange={(event) => onChoose(event.currentTarget.value || undefined)}
    />
  );
}
