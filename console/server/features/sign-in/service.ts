import { addSeconds } from '../../../../shared/time.ts';
import { Refusal } from '../../http/refuse.ts';
import type { Operator } from '../../http/who.ts';
import { digest, isSameSecret, makeId, makeToken } from '../../identity/secrets.ts';
import type { Db } from '../../store/engine.ts';
import type { Row } from '../../store/schema.ts';
import type { Writer } from '../../store/writer.ts';
import { appendAudit } from '../audit/store.ts';
import { hashPassword, isPassword } from './passwords.ts';
import {
  endSession,
  findOperator,
  findSession,
  hasOperators,
  insertOperator,
  insertSession,
  listSessions,
  saveSeen,
} from './store.ts';

/** Seconds without a request after which a session ends, and its longest life. */
export const sessionIdle = 12 * 3_600;
const sessionLongest = 7 * 86_400;
/** Seconds between notes of when a session was last seen. */
const seenEvery = 60;

export interface SignInDeps {
  readonly db: Db;
  readonly writer: Writer;
  /** Bearer token of the command line on this machine. */
  readonly token: string;
  now(): Date;
  /** Told when a session ends, so that what it has open ends too. */
  sessionEnded(id: string): void;
}

/** Where a sign-in comes from. */
export interface Visitor {
  readonly address: string;
  readonly browser: string;
}

export interface Credentials {
  readonly name: string;
  readonly password: string;
}

export interface SignedIn {
  /** Value of the cookie. */
  readonly token: string;
  readonly operator: Operator & { readonly session: NonNullable<Operator['session']> };
}

/** Passwords and sessions of operators. */
export class SignInService {
  readonly #deps: SignInDeps;
  #firstToken: string | undefined;

  constructor(deps: SignInDeps) {
    this.#deps = deps;
  }

  /** Makes the token of the one-time sign-in link; undefined when there is an operator already. */
  async makeFirstToken(): Promise<string | undefined> {
    this.#firstToken = (await hasOperators(this.#deps.db)) ? undefined : makeToken();
    return this.#firstToken;
  }

  /** Creates the first administrator. The link works once. */
  async signInFirst({ name, password, token }: Credentials & { token: string }, from: Visitor): Promise<SignedIn> {
    if (!this.#firstToken || !isSameSecret(token, this.#firstToken)) throw new Refusal('link-used-or-expired');
    const row = { name, password: await hashPassword(password), made_at: this.#at() };
    return this.#deps.writer.change(async (transaction) => {
      if (await hasOperators(transaction)) throw new Refusal('link-used-or-expired');
      await insertOperator(transaction, row);
      const created = {
        at: row.made_at,
        actor: name,
        action: 'operator-created',
        target: `operator:${name}`,
        detail: {},
      };
      await appendAudit(transaction, [created]);
      const signedIn = await this.#start(transaction, name, from);
      this.#firstToken = undefined;
      return signedIn;
    });
  }

  async signIn({ name, password }: Credentials, from: Visitor): Promise<SignedIn> {
    const operator = await findOperator(this.#deps.db, name);
    if (!(await isPassword(password, operator?.password))) throw new Refusal('wrong-name-or-password');
    return this.#deps.writer.change((transaction) => this.#start(transaction, name, from));
  }

  /** Who a cookie's token belongs to. */
  async findByCookie(token: string): Promise<Operator | undefined> {
    const session = await findSession(this.#deps.db, digest(token), this.#at());
    if (!session) return undefined;
    this.#noteSeen(session);
    return { name: session.operator, session: { id: session.id, csrf: csrfOf(token) } };
  }

  /** Who a bearer token belongs to: the command line on this machine, or nobody. */
  findByBearer(token: string): Operator | undefined {
    return isSameSecret(token, this.#deps.token) ? { name: 'command line' } : undefined;
  }

  async listOwn({ name, session }: Operator) {
    const rows = await listSessions(this.#deps.db, name, this.#at());
    return rows.map((row) => ({
      id: row.id,
      startedAt: row.started_at,
      lastSeenAt: row.last_seen_at,
      address: row.address,
      browser: row.browser,
      current: row.id === session?.id,
    }));
  }

  /** Revokes an own session. @throws Refusal `not-found`. */
  async end(id: string, operator: string): Promise<void> {
    const at = this.#at();
    await this.#deps.writer.change(async (transaction) => {
      if (!(await endSession(transaction, { id, operator, at }))) throw new Refusal('not-found', { what: 'session' });
      const detail = { session: id };
      await appendAudit(transaction, [
        { at, actor: operator, action: 'session-ended', target: `operator:${operator}`, detail },
      ]);
    });
    this.#deps.sessionEnded(id);
  }

  async #start(transaction: Db, name: string, { address, browser }: Visitor): Promise<SignedIn> {
    const token = makeToken();
    const id = makeId('session');
    const at = this.#at();
    await insertSession(transaction, {
      hash: digest(token),
      id,
      operator: name,
      started_at: at,
      last_seen_at: at,
      expires_at: addSeconds(at, sessionIdle),
      ended_at: null,
      address,
      browser: browser.slice(0, 300),
    });
    const detail = { session: id, address };
    await appendAudit(transaction, [{ at, actor: name, action: 'signed-in', target: `operator:${name}`, detail }]);
    return { token, operator: { name, session: { id, csrf: csrfOf(token) } } };
  }

  #noteSeen(session: Row<'sessions'>): void {
    const seenAt = this.#at();
    if (seenAt < addSeconds(session.last_seen_at, seenEvery)) return;
    const ends = [addSeconds(seenAt, sessionIdle), addSeconds(session.started_at, sessionLongest)];
    const expiresAt = ends.sort()[0] ?? session.expires_at;
    this.#deps.writer
      .change((transaction) => saveSeen(transaction, session.hash, { seenAt, expiresAt }))
      // Not worth refusing the request for; the writer knows that the store is failing.
      .catch(() => undefined);
  }

  #at(): string {
    return this.#deps.now().toISOString();
  }
}

/** Known to whoever holds the cookie's token or asked for the session, and to no other site. */
function csrfOf(token: string): string {
  return digest(`csrf ${token}`);
}
