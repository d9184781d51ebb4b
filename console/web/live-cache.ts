import type { QueryClient } from '@tanstack/react-query';
import type { Access } from '../../shared/access/decide.ts';
import type { AccessView, ConsoleEvent, WorkstationRow } from '../../shared/protocol/views.ts';
import { keys } from './keys.ts';
import { worstAccess } from './parts/severity.ts';

type AccessEvent = Extract<ConsoleEvent, { type: 'access' }>;
interface List {
  rows: WorkstationRow[];
  total: number;
  counts: Record<Access, number>;
}

/** Puts an access that an event brought into every list and page that shows the workstation, at once. */
export function showAccess(client: QueryClient, event: AccessEvent): void {
  client.setQueriesData<List>(
    { queryKey: keys.workstations },
    (list) => list && { ...list, rows: list.rows.map((row) => withAccess(row, event)) },
  );
  client.setQueryData<WorkstationRow>(keys.workstation(event.workstation), (row) => row && withAccess(row, event));
}

/** The row as the event leaves it; the same object when the event is about another workstation. */
export function withAccess<Row extends WorkstationRow>(row: Row, { workstation, view }: AccessEvent): Row {
  if (row.id !== workstation) return row;
  const known = row.programs.some((program) => program.program === view.program);
  const programs: AccessView[] = known
    ? row.programs.map((program) => (program.program === view.program ? view : program))
    : [...row.programs, view];
  return { ...row, programs, access: worstAccess(programs.map((program) => program.decision.access)) };
}

/** What an event makes outdated, beside what it brings itself. */
export function outdatedBy(event: ConsoleEvent): readonly (readonly string[])[] {
  if (event.type === 'program') {
    const { program } = event;
    return [keys.programs, keys.policy(program), keys.versions(program), keys.breaker(program), keys.audit];
  }
  const { workstation } = event;
  const page = [keys.triage, keys.workstation(workstation), keys.timeline(workstation)];
  if (event.type === 'case') return [...page, keys.messages(workstation), keys.audit];
  return [keys.workstations, ...page, keys.programs, keys.audit];
}
