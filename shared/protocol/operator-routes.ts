import { z } from 'zod';
import { Instant } from '../time.ts';
import { Grant, Role } from './rights.ts';
import type { Route } from './route.ts';
import { Done, Factor, Name, Programs, SessionView } from './sign-in-routes.ts';

const OperatorView = z.object({
  name: z.string(),
  role: Role,
  programs: Programs,
  madeAt: Instant,
  /** `invited`: has not chosen a password yet. */
  state: z.enum(['active', 'invited', 'disabled']),
  factors: z.array(Factor),
  lastSeenAt: Instant.optional(),
});
export type OperatorView = z.infer<typeof OperatorView>;

const TokenView = z.object({
  id: z.string(),
  name: z.string(),
  /** Or the one job that it is there for. */
  role: Grant,
  programs: Programs,
  madeBy: z.string(),
  madeAt: Instant,
  expiresAt: Instant,
  lastUsedAt: Instant.optional(),
});
export type TokenView = z.infer<typeof TokenView>;

export const SingleSignOn = z.object({
  /** On the sign-in button. */
  name: Name,
  issuer: z.url({ error: 'Write the issuer as https://….' }),
  clientId: z.string().trim().min(1).max(200),
  /** Claim whose value or values decide the role. */
  claim: z.string().trim().min(1).max(80).default('groups'),
  /** The first rule whose value the claim has gives the role; nobody else may sign in. */
  roles: z
    .array(z.object({ value: z.string().trim().min(1).max(200), role: Role, programs: Programs }))
    .min(1, 'Say who may sign in: at least one value of the claim and its role.')
    .max(50),
});
export type SingleSignOn = z.infer<typeof SingleSignOn>;

export const SignInRules = z.object({
  /** Everybody needs a passkey, an authenticator app or single sign-on. */
  secondFactor: z.boolean(),
  /** Who weakens a policy cannot alone approve it. */
  twoPersons: z.boolean(),
});
export type SignInRules = z.infer<typeof SignInRules>;

/** Who may use the console. */
export const operatorRoutes = {
  operators: {
    method: 'GET',
    path: '/api/v1/operators',
    caller: 'operator',
    needs: 'administer',
    summary: 'Operators with their roles',
    reply: z.object({ rows: z.array(OperatorView), rules: SignInRules }),
  },
  invite: {
    method: 'POST',
    path: '/api/v1/operators',
    caller: 'operator',
    needs: 'administer',
    stepUp: true,
    summary: 'Invite somebody; the link is shown once',
    body: z.object({ name: Name, role: Role, programs: Programs }),
    reply: z.object({ link: z.string(), expiresAt: Instant }),
  },
  changeOperator: {
    method: 'PUT',
    path: '/api/v1/operators/:name',
    caller: 'operator',
    needs: 'administer',
    stepUp: true,
    summary: 'Change role, programs or whether somebody may sign in',
    body: z.object({ role: Role, programs: Programs, disabled: z.boolean() }),
    reply: Done,
  },
  resetOperator: {
    method: 'POST',
    path: '/api/v1/operators/:name/reset',
    caller: 'operator',
    needs: 'administer',
    stepUp: true,
    summary: 'A link with which somebody chooses a new password; second factors are removed',
    reply: z.object({ link: z.string(), expiresAt: Instant }),
  },
  allSessions: {
    method: 'GET',
    path: '/api/v1/operators/sessions',
    caller: 'operator',
    needs: 'administer',
    summary: 'Open sessions of everybody',
    reply: z.object({ rows: z.array(SessionView) }),
  },
  setRules: {
    method: 'PUT',
    path: '/api/v1/sign-in/rules',
    caller: 'operator',
    needs: 'administer',
    stepUp: true,
    summary: 'Demand second factors, and two persons for weaker policies',
    body: SignInRules,
    reply: Done,
  },
  singleSignOn: {
    method: 'GET',
    path: '/api/v1/sign-in/single-sign-on',
    caller: 'operator',
    needs: 'administer',
    summary: 'The identity provider, without its secret',
    reply: z.object({ settings: SingleSignOn.optional(), redirectUri: z.string() }),
  },
  setSingleSignOn: {
    method: 'PUT',
    path: '/api/v1/sign-in/single-sign-on',
    caller: 'operator',
    needs: 'administer',
    stepUp: true,
    summary: 'Set the identity provider; it is asked for its description at once',
    body: SingleSignOn.extend({
      /** Left out: the secret stays as it is. */
      clientSecret: z.string().min(1).max(500).optional(),
    }),
    reply: Done,
  },
  removeSingleSignOn: {
    method: 'DELETE',
    path: '/api/v1/sign-in/single-sign-on',
    caller: 'operator',
    needs: 'administer',
    stepUp: true,
    summary: 'Remove the identity provider; sessions that it opened end',
    reply: Done,
  },
  tokens: {
    method: 'GET',
    path: '/api/v1/tokens',
    caller: 'operator',
    needs: 'administer',
    summary: 'API tokens',
    reply: z.object({ rows: z.array(TokenView) }),
  },
  makeToken: {
    method: 'POST',
    path: '/api/v1/tokens',
    caller: 'operator',
    needs: 'administer',
    stepUp: true,
    summary: 'Make an API token, for one job by a scope or with a role; it is shown once',
    body: z.object({ name: Name, role: Grant, programs: Programs, days: z.int().min(1).max(366).default(90) }),
    reply: z.object({ token: z.string(), expiresAt: Instant }),
  },
  revokeToken: {
    method: 'DELETE',
    path: '/api/v1/tokens/:id',
    caller: 'operator',
    needs: 'administer',
    summary: 'Revoke an API token',
    reply: Done,
  },
} as const satisfies Record<string, Route>;
