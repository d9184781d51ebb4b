import { z } from 'zod';

/** What an operator of the console is there for. */
export const Role = z.enum(['owner', 'policy-author', 'supervisor', 'helpdesk', 'auditor']);
export type Role = z.infer<typeof Role>;

/**
 * What a route asks of its caller.
 * `see` screens without secrets · `help` people back to work · `supervise`: lock, override, act on many · `author`
 * policies, programs, codes · `audit` trails and evidence · `administer` operators and the console itself · `account`:
 * one's own, by a session and never by a token.
 */
export type Permission = 'see' | 'help' | 'supervise' | 'author' | 'audit' | 'administer' | 'account';

const permissions: Readonly<Record<Role, readonly Permission[]>> = {
  owner: ['see', 'help', 'supervise', 'author', 'audit', 'administer', 'account'],
  'policy-author': ['see', 'author', 'audit', 'account'],
  supervisor: ['see', 'help', 'supervise', 'account'],
  helpdesk: ['see', 'help', 'account'],
  auditor: ['see', 'audit', 'account'],
};

export function may(role: Role, permission: Permission): boolean {
  return permissions[role].includes(permission);
}
