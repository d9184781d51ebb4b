import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { worstAccess } from '../../shared/access/severity.ts';
import type { AccessView, ConsoleEvent, WorkstationRow } from '../../shared/protocol/views.ts';
import { ListFilter, type WorkstationList } from '../../shared/protocol/workstation-list.ts';
import { keys } from './keys.ts';

type AccessEvent = Extract<ConsoleEvent, { type: 'access' }>;

/** Puts an access that an event brought into every list and page that shows the workstation, at once. */
export function showAccess(client: QueryClient, event: AccessEvent): void {
  for (const query of client.getQueryCache().findAll({ queryKey: keys.workstations })) {
    const list = query.state.data as WorkstationList | undefined;
    if (!list || !isAbout(query.queryKey, event) || !list.rows.some(({ id }) => id === event.workstation)) continue;
    // The rest of the list is as old as it was.
    const { dataUpdatedAt: updatedAt } = query.state;
    const rows = list.rows.map((row) => withAccess(row, event));
    client.setQueryData(query.queryKey, { ...list, rows }, { updatedAt });
  }
  client.setQueryData<WorkstationRow>(keys.workstation(event.workstation), (row) => row && withAccess(row, event));
}

/** A list of one program shows what is decided for that one. */
function isAbout([, filter]: QueryKey, { view }: AccessEvent): boolean {
  const program = ListFilter.pick({ program: true }).safeParse(filter).data?.program;
  return program === undefined || program === view.program;
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
