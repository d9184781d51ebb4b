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

/** A role in one line, for whoever hands it out. */
export const roleWords: Readonly<Record<Role, { readonly name: string; readonly about: string }>> = {
  owner: { name: 'Owner', about: 'Everything, operators and sign-in included.' },
  'policy-author': {
    name: 'Policy author',
    about: 'Writes, plans and publishes policies; manages programs and codes.',
  },
  supervisor: { name: 'Supervisor', about: 'Helps people, locks, overrides the caller code, acts on many at once.' },
  helpdesk: { name: 'Helpdesk', about: 'Helps people back to work; an excuse needs their caller code.' },
  auditor: { name: 'Auditor', about: 'Reads everything, verifies and exports it, changes nothing.' },
};
