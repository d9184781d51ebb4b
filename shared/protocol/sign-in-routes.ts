import { z } from 'zod';
import { ProgramId } from '../policy/policy.ts';
import { Instant } from '../time.ts';
import { Role } from './rights.ts';
import type { Route } from './route.ts';

export const Done = z.object({});
export const Name = z.string().trim().min(1, 'Write a name.').max(80);
const Password = z.string().max(200);
const Credentials = z.object({ name: Name, password: Password });
const Code = z.string().trim().max(40);
/** What the browser's own passkey functions take and give; the library that verifies it knows its form. */
const PasskeyJson = z.record(z.string(), z.unknown());
/** Programs that an operator or token is limited to; absent: all of them. */
export const Programs = z
  .array(ProgramId)
  .min(1, 'Name at least one program, or leave the limit out.')
  .max(100)
  .optional();

/** How somebody proved who they are. */
export const Factor = z.enum(['password', 'totp', 'passkey', 'single-sign-on']);
export type Factor = z.infer<typeof Factor>;

export const SignedIn = z.object({
  name: z.string(),
  csrf: z.string(),
  role: Role,
  programs: Programs,
  /** This console demands a second factor, and this session has none: nothing else works until one is added. */
  mustAddFactor: z.boolean(),
});
export type SignedIn = z.infer<typeof SignedIn>;

/** Either signed in, or the password was right and the code of the second factor is still missing. */
const SignInStep = z.union([SignedIn, z.object({ challenge: z.string() })]);

export const SessionView = z.object({
  id: z.string(),
  operator: z.string(),
  factor: Factor,
  startedAt: Instant,
  lastSeenAt: Instant,
  address: z.string(),
  browser: z.string(),
  current: z.boolean(),
});

const PasskeyView = z.object({ id: z.string(), name: z.string(), madeAt: Instant, lastUsedAt: Instant.optional() });

const singleSignOn = '/api/v1/sign-in/single-sign-on';
/** Addresses that a browser itself walks, to the identity provider and back: to sign in, or to prove who is signed in. */
export const singleSignOnPaths = {
  all: singleSignOn,
  start: `${singleSignOn}/start`,
  prove: `${singleSignOn}/prove`,
  done: `${singleSignOn}/done`,
} as const;

/** Signing in and out, and one's own account. */
export const signInRoutes = {
  signInWays: {
    method: 'GET',
    path: '/api/v1/sign-in',
    caller: 'anyone',
    summary: 'Ways to sign in beside password and passkey',
    reply: z.object({ singleSignOn: z.object({ name: z.string() }).optional() }),
  },
  signIn: {
    method: 'POST',
    path: '/api/v1/sign-in',
    caller: 'anyone',
    summary: 'Sign in by password; a second factor may follow',
    body: Credentials,
    reply: SignInStep,
  },
  signInCode: {
    method: 'POST',
    path: '/api/v1/sign-in/code',
    caller: 'anyone',
    summary: 'Finish a sign-in with the code of an authenticator app, or a recovery code',
    body: z.object({ challenge: z.string().max(100), code: Code }),
    reply: SignedIn,
  },
  passkeyOptions: {
    method: 'POST',
    path: '/api/v1/sign-in/passkey/options',
    caller: 'anyone',
    summary: 'Start to sign in by passkey',
    reply: z.object({ challenge: z.string(), options: PasskeyJson }),
  },
  signInPasskey: {
    method: 'POST',
    path: '/api/v1/sign-in/passkey',
    caller: 'anyone',
    summary: 'Sign in by passkey',
    body: z.object({ challenge: z.string().max(100), answer: PasskeyJson }),
    reply: SignedIn,
  },
  firstSignIn: {
    method: 'POST',
    path: '/api/v1/sign-in/first',
    caller: 'anyone',
    summary: 'Create the first owner from the one-time link',
    body: Credentials.extend({ token: z.string().max(100) }),
    reply: SignedIn,
  },
  acceptInvitation: {
    method: 'POST',
    path: '/api/v1/sign-in/invited',
    caller: 'anyone',
    summary: 'Choose a password from an invitation or a reset link',
    body: z.object({ token: z.string().max(100), password: Password }),
    reply: SignedIn,
  },
  session: {
    method: 'GET',
    path: '/api/v1/session',
    caller: 'operator',
    needs: 'account',
    summary: 'Who is signed in',
    reply: SignedIn,
  },
  signOut: {
    method: 'POST',
    path: '/api/v1/sign-out',
    caller: 'operator',
    needs: 'account',
    summary: 'End this session',
    reply: Done,
  },
  stepUp: {
    method: 'POST',
    path: '/api/v1/session/step-up',
    caller: 'operator',
    needs: 'account',
    summary: 'Prove again who is sitting there, before an action on many',
    body: z.object({ password: Password.optional(), code: Code.optional() }),
    reply: Done,
  },
  stepUpPasskey: {
    method: 'POST',
    path: '/api/v1/session/step-up/passkey',
    caller: 'operator',
    needs: 'account',
    summary: 'The same by passkey',
    body: z.object({ challenge: z.string().max(100), answer: PasskeyJson }),
    reply: Done,
  },
  sessions: {
    method: 'GET',
    path: '/api/v1/sessions',
    caller: 'operator',
    needs: 'account',
    summary: 'Own sessions',
    reply: z.object({ rows: z.array(SessionView) }),
  },
  endSession: {
    method: 'DELETE',
    path: '/api/v1/sessions/:id',
    caller: 'operator',
    needs: 'account',
    summary: 'Revoke a session: an own one, or as owner anybody’s',
    reply: Done,
  },
  account: {
    method: 'GET',
    path: '/api/v1/account',
    caller: 'operator',
    needs: 'account',
    summary: 'Own ways to sign in',
    reply: z.object({
      name: z.string(),
      role: Role,
      hasPassword: z.boolean(),
      hasTotp: z.boolean(),
      /** The identity provider that knows them. */
      singleSignOn: z.object({ name: z.string() }).optional(),
      recoveryCodesLeft: z.int(),
      passkeys: z.array(PasskeyView),
    }),
  },
  changePassword: {
    method: 'PUT',
    path: '/api/v1/account/password',
    caller: 'operator',
    needs: 'account',
    summary: 'Change the own password; other sessions end',
    body: z.object({ current: Password, password: Password }),
    reply: Done,
  },
  startTotp: {
    method: 'POST',
    path: '/api/v1/account/totp',
    caller: 'operator',
    needs: 'account',
    summary: 'Start to add an authenticator app',
    reply: z.object({ uri: z.string(), secret: z.string() }),
  },
  confirmTotp: {
    method: 'PUT',
    path: '/api/v1/account/totp',
    caller: 'operator',
    needs: 'account',
    summary: 'Add the authenticator app that shows this code',
    body: z.object({ code: Code }),
    reply: z.object({ recoveryCodes: z.array(z.string()) }),
  },
  removeTotp: {
    method: 'DELETE',
    path: '/api/v1/account/totp',
    caller: 'operator',
    needs: 'account',
    stepUp: true,
    summary: 'Remove the authenticator app',
    reply: Done,
  },
  startPasskey: {
    method: 'POST',
    path: '/api/v1/account/passkeys/options',
    caller: 'operator',
    needs: 'account',
    summary: 'Start to add a passkey',
    reply: z.object({ challenge: z.string(), options: PasskeyJson }),
  },
  addPasskey: {
    method: 'POST',
    path: '/api/v1/account/passkeys',
    caller: 'operator',
    needs: 'account',
    summary: 'Add a passkey',
    body: z.object({ challenge: z.string().max(100), name: Name, answer: PasskeyJson }),
    reply: z.object({ id: z.string() }),
  },
  removePasskey: {
    method: 'DELETE',
    path: '/api/v1/account/passkeys/:id',
    caller: 'operator',
    needs: 'account',
    stepUp: true,
    summary: 'Remove a passkey',
    reply: Done,
  },
} as const satisfies Record<string, Route>;
