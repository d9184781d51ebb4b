import type { AccessReason, Effect, Enrolment } from '../../../shared/access/decide.ts';
import type { Os } from '../../../shared/checks/define.ts';
import { type CheckId, checks } from '../../../shared/checks/index.ts';
import type { Strategy } from '../../../shared/policy/policy.ts';
import type { FindingView } from '../../../shared/protocol/views.ts';
import { say } from '../../../shared/words/english.ts';

export const outcomeWord: Readonly<Record<FindingView['outcome'], string>> = {
  pass: 'Passes',
  fail: 'Fails',
  'cannot-tell': 'Cannot tell',
  'not-applicable': 'Not applicable',
};

/** What a failing check does. */
export const strategyWords: Readonly<Record<Strategy, string>> = {
  observe: 'Noted only',
  advise: 'Advice only',
  deadline: 'Locks after a time',
  lock: 'Locks at once',
};

export const effectWord: Readonly<Record<Effect, string>> = {
  lock: 'Locks now',
  drain: 'Locks after this call',
  deadline: 'Locks at the deadline',
  advise: 'Advice only',
  excused: 'Excused',
  suspended: 'Not locked: the breaker holds this check',
};

export const enrolmentWord: Readonly<Record<Enrolment, string>> = {
  active: 'Enrolled',
  'awaiting-approval': 'Waits for approval',
  quarantined: 'Quarantined',
  revoked: 'Revoked',
};

export const osWord: Readonly<Record<Os, string>> = { windows: 'Windows', macos: 'macOS', linux: 'Linux' };

export function checkTitle(id: CheckId): string {
  return checks[id].title;
}

/** `System updates and VPN`. */
export function listChecks(ids: readonly CheckId[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(ids.map(checkTitle));
}

export function problemOf({ cause, code, params }: AccessReason): string {
  return say(cause, code, params).problem;
}

/** The problem, and the word that keeps it from counting where there is one. */
export function causeOf(reason: AccessReason): string {
  if (reason.effect === 'excused') return `Excused: ${problemOf(reason)}`;
  if (reason.effect === 'suspended') return `Held by the breaker: ${problemOf(reason)}`;
  return problemOf(reason);
}

/** `1 workstation`, `1,204 workstations`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
