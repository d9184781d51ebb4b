import { useQuery } from '@tanstack/react-query';
import { programsQuery } from './queries.ts';

/** Says the name of a program by its id; the id itself until names are known. */
export function useProgramName(): (id: string) => string {
  const { data } = useQuery(programsQuery);
  return (id) => data?.rows.find((program) => program.id === id)?.name ?? id;
}
