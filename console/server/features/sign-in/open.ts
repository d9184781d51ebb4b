import { sealWith } from '../../identity/seal.ts';
import type { Db } from '../../store/engine.ts';
import type { Writer } from '../../store/writer.ts';
import { AccountService } from './account.ts';
import { Passkeys } from './passkeys.ts';
import { SignInService } from './service.ts';
import { Sessions } from './sessions.ts';
import { ConsoleSettings } from './settings.ts';
import { redirectUri, SingleSignOnService } from './single-sign-on.ts';

export interface OpenSignInDeps {
  readonly db: Db;
  readonly writer: Writer;
  readonly identity: { deriveKey(purpose: string): Buffer };
  /** Bearer token of the command line on this machine. */
  readonly token: string;
  /** How browsers reach the console. */
  publicUrl(): string;
  now(): Date;
  /** Told when a session ends, so that what it has open ends too. */
  sessionEnded(id: string): void;
}

/** Everything about who is signed in, put together. */
export async function openSignIn({ identity, publicUrl, ...deps }: OpenSignInDeps) {
  const settings = new ConsoleSettings();
  await settings.load(deps.db);
  const seal = sealWith(identity.deriveKey('second factors'));
  const sessions = new Sessions({ ...deps, settings });
  const passkeys = new Passkeys(deps.db, deps.now);
  const parts = { ...deps, settings, seal, sessions, passkeys };
  return {
    settings,
    sessions,
    passkeys,
    signIn: new SignInService(parts),
    account: new AccountService(parts),
    singleSignOn: new SingleSignOnService({ ...parts, redirectUri: () => redirectUri(publicUrl()) }),
  };
}
