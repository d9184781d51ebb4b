import type { AuditEntry } from '../../../../shared/protocol/views.ts';
import { Turn } from '../../rest.ts';
import type { People } from '../people/directory.ts';
import type { Directory } from '../programs/directory.ts';
import type { Roster } from '../workstations/roster.ts';

/** What somebody looks for in the audit, by names that they know where entries know ids. */
export interface Sought {
  readonly text: string;
  /** Targets and actors of that name. */
  readonly targets: ReadonlySet<string>;
  readonly actors: ReadonlySet<string>;
}

export interface NameSources {
  readonly roster: Roster;
  readonly people: People;
  readonly directory: Directory;
}

/** So many ids can be asked of the store at once. */
const mostIds = 1_000;

/** Everything whose name holds the text: PCs and who works on them, people, programs. */
export async function seek(text: string, { roster, people, directory }: NameSources): Promise<Sought> {
  const wanted = text.toLowerCase();
  const isIt = (...names: (string | undefined)[]) => names.some((name) => name?.toLowerCase().includes(wanted));
  const turn = new Turn();
  const targets = new Set<string>();
  const actors = new Set<string>();
  for (const { id, hostName, person } of roster.all()) {
    if (turn.isOver) await turn.next();
    if (!isIt(hostName, person)) continue;
    targets.add(`workstation:${id}`);
    actors.add(id);
  }
  for (const { person } of people.all()) {
    if (turn.isOver) await turn.next();
    if (isIt(person.name)) targets.add(`person:${person.id}`);
  }
  for (const { id, name } of directory.all()) if (isIt(name)) targets.add(`program:${id}`);
  return { text, targets, actors };
}

/** Whether more is meant by it than the store can be asked for. */
export function isBroad({ targets }: Sought): boolean {
  return targets.size > mostIds;
}

/** Whether an entry was made by whom it names. */
export function isBy({ actor }: AuditEntry, { text, actors }: Sought): boolean {
  return actors.has(actor) || actor.toLowerCase().includes(text.toLowerCase());
}

/** Whether an entry says it anywhere, or is about or by what it names. */
export function says(entry: AuditEntry, sought: Sought): boolean {
  const { action, target, detail } = entry;
  if (sought.targets.has(target) || isBy(entry, sought)) return true;
  const wanted = sought.text.toLowerCase();
  return [action, target, JSON.stringify(detail)].some((text) => text.toLowerCase().includes(wanted));
}
