import { bySeverity, worstView } from '../../../../shared/access/severity.ts';
import type { Direction, ListSort } from '../../../../shared/protocol/workstation-list.ts';
import type { AccessEntry } from '../../access/board.ts';
import type { Workstation } from './roster.ts';
import type { ViewSources } from './views.ts';

/** What a list is sorted by, worked out once for each workstation. */
export interface Sorted {
  readonly id: string;
  /** Undefined: it has nothing to be sorted by. */
  readonly key: string | undefined;
}

type KeySources = Pick<ViewSources, 'directory' | 'isConnected'>;
type KeyReader = (workstation: Workstation, entries: readonly AccessEntry[], sources: KeySources) => string | undefined;

const keys: Readonly<Record<ListSort, KeyReader>> = {
  access: ({ enrolledAt }, entries) => {
    const worst = worstView(entries);
    return `${bySeverity.indexOf(worst?.decision.access ?? 'ready')} ${worst?.since ?? enrolledAt}`;
  },
  person: ({ person }) => person && spoken(person),
  pc: ({ hostName }) => spoken(hostName),
  program: (_workstation, entries, { directory }) => {
    const names = entries.map(({ program }) => directory.find(program)?.name ?? program);
    return names.length > 0 ? spoken(names.join(' ')) : undefined;
  },
  since: (_workstation, entries) => worstView(entries)?.since,
  'locks-at': (_workstation, entries) => worstView(entries)?.decision.deadline,
  system: ({ system }) => spoken(system),
  agent: ({ agentVersion }) => spoken(agentVersion),
  // Whoever is connected was heard of now; the moments in between say nothing.
  contact: ({ id, contact }, _entries, { isConnected }) => (isConnected(id) ? '9999' : contact.at),
};

export function sortKeyOf(
  sort: ListSort,
  workstation: Workstation,
  entries: readonly AccessEntry[],
  sources: KeySources,
): string | undefined {
  return keys[sort](workstation, entries, sources);
}

/** As people look for names: capitals and accents do not count, and 9 comes before 10. */
function spoken(text: string): string {
  // Most names are plain, and the marks are dear to find.
  const plain = /[^ -~]/.test(text) ? text.normalize('NFD').replace(/\p{M}/gu, '') : text;
  return plain.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(8, '0'));
}

/** The order of a list; the same at every look, also among equals. */
export function compareSorted(direction: Direction): (left: Sorted, right: Sorted) => number {
  const sign = direction === 'ascending' ? 1 : -1;
  return (left, right) => {
    if (left.key === right.key) return left.id < right.id ? -1 : left.id > right.id ? 1 : 0;
    if (left.key === undefined) return 1;
    if (right.key === undefined) return -1;
    return left.key < right.key ? -sign : sign;
  };
}
