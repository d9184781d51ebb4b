import { Access } from '../../../../shared/access/decide.ts';
import type { AuditEntry } from '../../../../shared/protocol/views.ts';
import type { Voice } from '../../voice.ts';
import { sayDetails, wordOf } from './audit-values.ts';

/** What happened, in a few words; an action that this page does not know yet is shown as it is called. */
export function auditHeadline(voice: Voice, { action, detail }: Pick<AuditEntry, 'action' | 'detail'>): string {
  const { actions, firstDecision } = voice.words.audit;
  const from = Access.safeParse(detail['from']);
  const to = Access.safeParse(detail['to']);
  if (action === 'access-changed' && to.success) {
    const access = voice.access[to.data];
    return from.success ? `${voice.access[from.data]} → ${access}` : voice.fill(firstDecision, { access });
  }
  return wordOf(actions, action) ?? action.replaceAll('-', ' ');
}

/** The details as `name: value`, without what the headline says already and without empty ones. */
export function auditDetails(voice: Voice, { action, detail }: Pick<AuditEntry, 'action' | 'detail'>): string[] {
  const told = action === 'access-changed' ? ['from', 'to'] : [];
  return sayDetails(voice, Object.fromEntries(Object.entries(detail).filter(([name]) => !told.includes(name))));
}

/** Who did it, by a name that people know. */
export function auditActor(voice: Voice, { actor, actorName }: Pick<AuditEntry, 'actor' | 'actorName'>): string {
  return actorName ?? voice.actor(actor);
}

/** What an entry is about: `workstation:ws_1` gives its kind and its id. */
export function parseTarget(target: string): { kind: string; id: string } {
  const at = target.indexOf(':');
  return at === -1 ? { kind: '', id: target } : { kind: target.slice(0, at), id: target.slice(at + 1) };
}
