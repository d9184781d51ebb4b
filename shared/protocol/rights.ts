import { z } from 'zod';

/** What an operator of the console is there for. */
export const Role = z.enum(['owner', 'policy-author', 'supervisor', 'helpdesk', 'auditor']);
export type Role = z.infer<typeof Role>;

/** The one job that an API token is there for, where a role would allow far more. */
export const Scope = z.enum(['shifts', 'call-states', 'audit-export', 'metrics', 'read']);
export type Scope = z.infer<typeof Scope>;

/** What a caller may do: an operator by a role, a token by a role or a scope. */
export const Grant = z.enum([...Role.options, ...Scope.options]);
export type Grant = z.infer<typeof Grant>;

/**
 * What a route asks of its caller.
 * `see` screens without secrets · `people`: who works here · `shifts`: write when · `calls`: report calls · `measure`:
 * the figures of monitoring · `help` people back to work · `supervise`: lock, override, act on many · `author` policies,
 * programs, codes · `trail`: read what was recorded · `audit`: verify it, and evidence · `administer` operators and the
 * console itself · `account`: one's own, by a session and never by a token.
 */
export type Permission =
  | 'see'
  | 'people'
  | 'shifts'
  | 'calls'
  | 'measure'
  | 'help'
  | 'supervise'
  | 'author'
  | 'trail'
  | 'audit'
  | 'administer'
  | 'account';

const everybody = ['see', 'people', 'measure', 'account'] as const;
const permissions: Readonly<Record<Grant, readonly Permission[]>> = {
  owner: [...everybody, 'shifts', 'calls', 'help', 'supervise', 'author', 'trail', 'audit', 'administer'],
  'policy-author': [...everybody, 'shifts', 'author', 'trail', 'audit'],
  supervisor: [...everybody, 'calls', 'help', 'supervise'],
  helpdesk: [...everybody, 'help'],
  auditor: [...everybody, 'trail', 'audit'],
  shifts: ['people', 'shifts'],
  'call-states': ['calls'],
  'audit-export': ['trail'],
  metrics: ['measure'],
  read: ['see', 'people', 'measure'],
};

export function may(grant: Grant, permission: Permission): boolean {
  return permissions[grant].includes(permission);
}
