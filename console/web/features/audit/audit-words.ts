import { Access } from '../../../../shared/access/decide.ts';
import type { AuditEntry } from '../../../../shared/protocol/views.ts';
import { accessWord } from '../../../../shared/words/english.ts';
import { sayExactly } from '../../parts/time-words.ts';

const headlines: Readonly<Record<string, string>> = {
  'access-changed': 'Access changed',
  'breaker-resumed': 'Breaker resumed',
  'breaker-tripped': 'Breaker tripped',
  'enrolment-changed': 'Enrolment changed',
  'enrolment-code-created': 'Enrolment code made',
  excuse: 'Excused',
  'excuse-ended': 'Excuse ended',
  lock: 'Locked by hand',
  'operator-created': 'Operator created',
  'enrolment-code-revoked': 'Enrolment code revoked',
  'policy-approved': 'Policy approved by a second person',
  'policy-proposed': 'Weaker policy proposed',
  'policy-published': 'Policy published',
  'policy-staged': 'Policy published for a share',
  'rollout-stopped': 'Policy stopped by itself',
  'rollout-widened': 'Policy widened',
  'rollout-withdrawn': 'Policy taken back',
  'program-changed': 'Program changed',
  'program-created': 'Program created',
  'session-ended': 'Session ended',
  'signed-in': 'Signed in',
  unlock: 'Lock lifted',
};

/** What happened, in a few words; an action that this page does not know yet is shown as it is called. */
export function auditHeadline({ action, detail }: Pick<AuditEntry, 'action' | 'detail'>): string {
  const from = Access.safeParse(detail['from']);
  const to = Access.safeParse(detail['to']);
  if (action === 'access-changed' && to.success)
    return from.success
      ? `${accessWord[from.data]} → ${accessWord[to.data]}`
      : `First decision: ${accessWord[to.data]}`;
  return headlines[action] ?? action.replaceAll('-', ' ');
}

/** The details as `name: value`, without what the headline says already and without empty ones. */
export function auditDetails({ action, detail }: Pick<AuditEntry, 'action' | 'detail'>): string[] {
  const told = action === 'access-changed' ? ['from', 'to'] : [];
  return Object.entries(detail)
    .filter(([name]) => !told.includes(name))
    .map(([name, value]) => [sayName(name), sayValue(value)] as const)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`);
}

/** `policyVersion` gives `policy version`. */
function sayName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

const time = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

function sayValue(value: unknown): string {
  if (typeof value === 'string') return time.test(value) ? sayExactly(value) : value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map(sayValue).join(', ');
  return value === null || value === undefined ? '' : JSON.stringify(value);
}

/** What an entry is about: `workstation:ws_1` gives its kind and its id. */
export function parseTarget(target: string): { kind: string; id: string } {
  const at = target.indexOf(':');
  return at === -1 ? { kind: '', id: target } : { kind: target.slice(0, at), id: target.slice(at + 1) };
}
