import { useQuery } from '@tanstack/react-query';
import { useVoice } from '../../parts/speech.tsx';
import { groupsQuery } from './queries.ts';

/** Says the name of a group of people by its id; something in its place until names are known, and for one that is gone. */
export function useGroupName(enabled = true): (id: string) => string {
  const { groups: words } = useVoice().words.people;
  const { data } = useQuery({ ...groupsQuery, enabled });
  return (id) => data?.rows.find((group) => group.id === id)?.name ?? (data ? words.gone : words.group);
}
