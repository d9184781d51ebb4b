import { hash } from 'node:crypto';
import type { Row } from '../../store/schema.ts';

/** One change of access or configuration, before it has its place in the chain. */
export interface AuditDraft {
  readonly at: string;
  /** Operator's name, `command line`, a workstation's id, or `shiftgate` for what the console decides itself. */
  readonly actor: string;
  readonly action: string;
  /** What was changed, e.g. `workstation:ws_…` or `program:sales`. */
  readonly target: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** The end of the chain so far. */
export interface Head {
  readonly id: number;
  readonly hash: string;
}

export const emptyHead: Head = { id: 0, hash: '' };

/** The row that follows `head`: its hash covers the entry and the hash before it, so no entry can change unseen. */
export function chain(head: Head, draft: AuditDraft): Row<'audit'> {
  const { at, actor, action, target } = draft;
  const entry = { id: head.id + 1, at, actor, action, target, detail: canonical(draft.detail) };
  return { ...entry, hash: hashOf(head.hash, entry) };
}

/** Whether a stored row is the one that follows `head`. */
export function follows(head: Head, row: Row<'audit'>): boolean {
  const { hash: claimed, ...entry } = row;
  return entry.id === head.id + 1 && claimed === hashOf(head.hash, entry);
}

function hashOf(previous: string, entry: Omit<Row<'audit'>, 'hash'>): string {
  return hash('sha256', previous + canonical(entry), 'hex');
}

/** JSON with sorted keys and without gaps: the same value is always the same text. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
      : inner,
  );
}
