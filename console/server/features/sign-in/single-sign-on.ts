import * as oidc from 'openid-client';
import type { SingleSignOn } from '../../../../shared/protocol/operator-routes.ts';
import { singleSignOnPaths } from '../../../../shared/protocol/sign-in-routes.ts';
import { Refusal } from '../../http/refuse.ts';
import type { Seal } from '../../identity/seal.ts';
import type { Db } from '../../store/engine.ts';
import type { Row } from '../../store/schema.ts';
import type { Writer } from '../../store/writer.ts';
import { appendAudit } from '../audit/store.ts';
import { Challenges } from './challenges.ts';
import type { Sessions, SignedInSession, Visitor } from './sessions.ts';
import type { ConsoleSettings, StoredSingleSignOn } from './settings.ts';
import { insertOperator, updateOperator } from './store.ts';

export interface SingleSignOnDeps {
  readonly writer: Writer;
  readonly settings: ConsoleSettings;
  readonly sessions: Sessions;
  readonly seal: Seal;
  /** Where the identity provider sends people back to. */
  redirectUri(): string;
  now(): Date;
}

interface Begun {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
  /** Page of the console to come back to. */
  readonly to: string;
  /** The open session in which its operator proves who they are; absent: somebody signs in. */
  readonly proves?: Proving | undefined;
}

interface Proving {
  readonly name: string;
  readonly session: { readonly id: string };
}

/** What came of it: somebody signed in, or proved who they are, or did not. */
export interface Finished {
  /** Page of the console to go to. */
  readonly to: string;
  readonly signedIn?: SignedInSession;
  readonly refusal?: Refusal;
}

/** Tells the window that asked for a proof. */
const provedPage = '/proved';

/** Where the identity provider sends people back to. */
export function redirectUri(publicUrl: string): string {
  return `${publicUrl}${singleSignOnPaths.done}`;
}

/** Seconds for one answer of the identity provider. */
const patience = 10;

/** OpenID Connect: authorization code with PKCE, state and nonce. Roles come from a claim; nobody else gets in. */
export class SingleSignOnService {
  readonly #deps: SingleSignOnDeps;
  readonly #begun: Challenges<Begun>;
  #known: { readonly settings: StoredSingleSignOn; readonly provider: oidc.Configuration } | undefined;

  constructor(deps: SingleSignOnDeps) {
    this.#deps = deps;
    this.#begun = new Challenges(deps.now, 1);
  }

  /** The provider's page to go to, and what the browser must bring back in a cookie. */
  begin(to: string): Promise<{ url: string; cookie: string }> {
    return this.#begin({ to });
  }

  /** The same for somebody who is signed in: the provider has to ask who they are, whomever it remembers. */
  beginProof(proves: Proving): Promise<{ url: string; cookie: string }> {
    return this.#begin({ to: provedPage, proves });
  }

  async #begin(about: Pick<Begun, 'to' | 'proves'>): Promise<{ url: string; cookie: string }> {
    const provider = await this.#provider();
    const begun = {
      verifier: oidc.randomPKCECodeVerifier(),
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      ...about,
    };
    const url = oidc.buildAuthorizationUrl(provider, {
      redirect_uri: this.#deps.redirectUri(),
      scope: 'openid profile email',
      state: begun.state,
      nonce: begun.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(begun.verifier),
      code_challenge_method: 'S256',
      ...(about.proves && { prompt: 'login', max_age: '0' }),
    });
    return { url: url.href, cookie: this.#begun.begin(begun) };
  }

  /** The end of it. `query` is what the provider sent back. */
  async finish(cookie: string, query: string, from: Visitor): Promise<Finished> {
    const begun = this.#begun.try(cookie);
    const page = begun?.proves ? provedPage : '/sign-in';
    try {
      if (!begun) throw new Refusal('sign-in-expired');
      const claims = await this.#claims(begun, query);
      if (begun.proves) await this.#prove(begun.proves, claims);
      return { to: begun.to, ...(!begun.proves && { signedIn: await this.#signIn(claims, from) }) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // A code, so that an address cannot put words into the page's mouth.
      return { to: `${page}?problem=${error.code}`, refusal: error };
    }
  }

  /** Who the provider says that it is. @throws Refusal that says what was wrong. */
  async #claims(begun: Begun, query: string): Promise<oidc.IDToken> {
    const provider = await this.#provider();
    const claims = await orRefuse(
      oidc.authorizationCodeGrant(provider, new URL(`${this.#deps.redirectUri()}?${query}`), {
        pkceCodeVerifier: begun.verifier,
        expectedState: begun.state,
        expectedNonce: begun.nonce,
        idTokenExpected: true,
        ...(begun.proves && { maxAge: 0 }),
      }),
    ).then((tokens) => tokens.claims());
    if (!claims) throw failed('it sent no identity.');
    return claims;
  }

  #signIn(claims: oidc.IDToken, from: Visitor): Promise<SignedInSession> {
    return this.#deps.writer.change(async (transaction) => {
      const operator = await this.#findOrMake(transaction, claims);
      return this.#deps.sessions.start(transaction, operator, 'single-sign-on', from);
    });
  }

  #prove({ name, session }: Proving, claims: oidc.IDToken): Promise<void> {
    return this.#deps.writer.change(async (transaction) => {
      const known = await findBySubject(transaction, subjectOf(claims));
      if (known?.name !== name) throw new Refusal('proof-of-another');
      await this.#deps.sessions.prove(transaction, session.id);
    });
  }

  /** Asks the provider for its description before anything is saved, so that a mistake is found while it is made. */
  async change(
    { clientSecret, ...wanted }: SingleSignOn & { clientSecret?: string | undefined },
    actor: string,
  ): Promise<void> {
    const { seal, settings } = this.#deps;
    const sealedSecret = clientSecret === undefined ? settings.singleSignOn?.sealedSecret : seal.close(clientSecret);
    if (sealedSecret === undefined) throw new Refusal('invalid-body', { field: 'clientSecret', problem: 'Write it.' });
    const stored = { ...wanted, sealedSecret };
    this.#known = { settings: stored, provider: await discover(stored, seal) };
    await this.#save(stored, actor);
  }

  async remove(actor: string): Promise<void> {
    this.#known = undefined;
    await this.#save(undefined, actor);
  }

  async #save(stored: StoredSingleSignOn | undefined, actor: string): Promise<void> {
    const { writer, settings, sessions, now } = this.#deps;
    const at = now().toISOString();
    const ended = await writer.change(async (transaction) => {
      await settings.save(transaction, 'single-sign-on', stored);
      const detail = stored ? { issuer: stored.issuer, roles: stored.roles } : {};
      const action = stored ? 'single-sign-on-set' : 'single-sign-on-removed';
      await appendAudit(transaction, [{ at, actor, action, target: 'console', detail }]);
      return stored ? undefined : sessions.endMany(transaction, { factor: 'single-sign-on' });
    });
    settings.singleSignOn = stored;
    ended?.told();
  }

  async #provider(): Promise<oidc.Configuration> {
    const settings = this.#deps.settings.singleSignOn;
    if (!settings) throw new Refusal('not-found', { what: 'identity provider' });
    if (this.#known?.settings !== settings) {
      this.#known = { settings, provider: await discover(settings, this.#deps.seal) };
    }
    return this.#known.provider;
  }

  /** The operator of a subject, made at the first sign-in; role and programs follow the claim each time. */
  async #findOrMake(transaction: Db, claims: oidc.IDToken): Promise<Row<'operators'>> {
    const settings = this.#deps.settings.singleSignOn;
    const rule = settings?.roles.find(({ value }) => valuesOf(claims[settings.claim]).includes(value));
    if (!settings || !rule) throw new Refusal('no-role');
    const subject = subjectOf(claims);
    const rights = { role: rule.role, programs: rule.programs ? JSON.stringify(rule.programs) : null };
    const known = await findBySubject(transaction, subject);
    if (known?.disabled_at) throw new Refusal('operator-disabled');
    if (known) {
      await updateOperator(transaction, known.name, rights);
      return { ...known, ...rights };
    }
    const name = await freeName(transaction, claims);
    const made_at = this.#deps.now().toISOString();
    await insertOperator(transaction, { name, password: '', made_at, subject, ...rights });
    const detail = { role: rule.role, by: 'single sign-on' };
    const created = { at: made_at, actor: name, action: 'operator-created', target: `operator:${name}`, detail };
    await appendAudit(transaction, [created]);
    const made = await findBySubject(transaction, subject);
    if (!made) throw failed('the account could not be made.');
    return made;
  }
}

function subjectOf({ iss, sub }: oidc.IDToken): string {
  return JSON.stringify([iss, sub]);
}

function findBySubject(db: Db, subject: string) {
  return db.selectFrom('operators').selectAll().where('subject', '=', subject).executeTakeFirst();
}

function valuesOf(claim: unknown): unknown[] {
  return Array.isArray(claim) ? claim : [claim];
}

/** Names are how people know each other here; two with the same name are told apart by a number. */
async function freeName(db: Db, claims: oidc.IDToken): Promise<string> {
  const said = [claims['name'], claims['preferred_username'], claims['email'], claims.sub].find(
    (name) => typeof name === 'string' && name.trim() !== '',
  );
  const wanted = String(said).trim().slice(0, 70);
  const taken = new Set((await db.selectFrom('operators').select('name').execute()).map(({ name }) => name));
  let name = wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${wanted} ${number}`;
  return name;
}

async function discover(settings: StoredSingleSignOn, seal: Seal): Promise<oidc.Configuration> {
  const issuer = new URL(settings.issuer);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(issuer.hostname);
  if (issuer.protocol !== 'https:' && !isLocal) throw failed('its address must begin with https://.');
  const provider = await orRefuse(
    oidc.discovery(issuer, settings.clientId, seal.open(settings.sealedSecret), undefined, {
      // Only to a provider on this very machine, in a trial or a test.
      execute: isLocal ? [oidc.allowInsecureRequests] : [],
      timeout: patience,
    }),
  );
  return provider;
}

function failed(problem: string, cause?: unknown): Refusal {
  return new Refusal('single-sign-on-failed', { problem }, { cause });
}

function orRefuse<Result>(asking: Promise<Result>): Promise<Result> {
  return asking.catch((cause: unknown) => {
    throw failed(sayCause(cause), cause);
  });
}

function sayCause(cause: unknown): string {
  if (cause instanceof oidc.AuthorizationResponseError) return cause.error_description ?? cause.error;
  return cause instanceof Error ? `${cause.message}.` : 'unknown.';
}
