import { Factor } from '../../../../shared/protocol/sign-in-routes.ts';
import { addSeconds, secondsBetween } from '../../../../shared/time.ts';
import { Refusal } from '../../http/refuse.ts';
import type { SignedInOperator } from '../../http/who.ts';
import { digest, makeId, makeToken } from '../../identity/secrets.ts';
import type { Db } from '../../store/engine.ts';
import type { Row } from '../../store/schema.ts';
import type { Writer } from '../../store/writer.ts';
import { appendAudit } from '../audit/store.ts';
import type { ConsoleSettings } from './settings.ts';
import {
  endSessions,
  findOperator,
  findSession,
  insertSession,
  listSessions,
  readPrograms,
  readRole,
  updateSession,
} from './store.ts';

/** Seconds without a request after which a session ends, and its longest life. */
export const sessionIdle = 12 * 3_600;
const sessionLongest = 7 * 86_400;
/** Seconds between notes of when a session was last seen. */
const seenEvery = 60;
/** Seconds for which a proof of who is sitting there counts for an action on many. */
const freshFor = 10 * 60;

export interface SessionDeps {
  readonly db: Db;
  readonly writer: Writer;
  readonly settings: ConsoleSettings;
  now(): Date;
  /** Told when a session ends, so that what it has open ends too. */
  sessionEnded(id: string): void;
}

/** Where a sign-in comes from. */
export interface Visitor {
  readonly address: string;
  readonly browser: string;
}

export interface SignedInSession {
  /** Value of the cookie. */
  readonly token: string;
  readonly operator: SignedInOperator;
}

/** Browser sessions of operators: begun by whichever way of signing in, and what they are worth. */
export class Sessions {
  readonly #deps: SessionDeps;

  constructor(deps: SessionDeps) {
    this.#deps = deps;
  }

  /** Starts a session inside the transaction of the sign-in. */
  async start(
    transaction: Db,
    operator: Row<'operators'>,
    factor: Factor,
    { address, browser }: Visitor,
  ): Promise<SignedInSession> {
    const token = makeToken();
    const at = this.#at();
    const row: Row<'sessions'> = {
      ...{ hash: digest(token), id: makeId('session'), operator: operator.name },
      ...{ started_at: at, last_seen_at: at, expires_at: addSeconds(at, sessionIdle), ended_at: null },
      ...{ address, browser: browser.slice(0, 300), factor, proved_at: at },
    };
    await insertSession(transaction, row);
    const { name } = operator;
    const detail = { session: row.id, address, factor };
    await appendAudit(transaction, [{ at, actor: name, action: 'signed-in', target: `operator:${name}`, detail }]);
    return { token, operator: this.#toOperator(operator, row, token) };
  }

  /** Who a cookie's token belongs to. */
  async find(token: string): Promise<SignedInOperator | undefined> {
    const session = await findSession(this.#deps.db, digest(token), this.#at());
    const operator = session && (await findOperator(this.#deps.db, session.operator));
    if (!operator) return undefined;
    this.#noteSeen(session);
    return this.#toOperator(operator, session, token);
  }

  /** Open sessions of one operator, or of everybody. */
  async list(operator: string | undefined, current: string | undefined) {
    const rows = await listSessions(this.#deps.db, operator, this.#at());
    return rows.map((row) => ({
      id: row.id,
      operator: row.operator,
      factor: Factor.parse(row.factor),
      startedAt: row.started_at,
      lastSeenAt: row.last_seen_at,
      address: row.address,
      browser: row.browser,
      current: row.id === current,
    }));
  }

  /** Revokes a session; `of` limits it to that operator's own. @throws Refusal `not-found`. */
  async end(id: string, actor: string, of?: string): Promise<void> {
    const at = this.#at();
    await this.#deps.writer.change(async (transaction) => {
      const ended = await endSessions(transaction, at, { id, ...(of !== undefined && { operator: of }) });
      const [one] = ended;
      if (!one) throw new Refusal('not-found', { what: 'session' });
      const target = `operator:${one.operator}`;
      await appendAudit(transaction, [{ at, actor, action: 'session-ended', target, detail: { session: id } }]);
    });
    this.#deps.sessionEnded(id);
  }

  /** Ends what these name, inside the transaction that gives the reason; call `told` once it is committed. */
  async endMany(transaction: Db, which: Parameters<typeof endSessions>[2]): Promise<{ told(): void }> {
    const ended = await endSessions(transaction, this.#at(), which);
    return {
      told: () => {
        for (const { id } of ended) this.#deps.sessionEnded(id);
      },
    };
  }

  /** The session has proved again who is sitting there. */
  async prove(transaction: Db, id: string): Promise<void> {
    await transaction.updateTable('sessions').set({ proved_at: this.#at() }).where('id', '=', id).execute();
  }

  /** The session of somebody who has just added a second factor counts as having used it. */
  async strengthen(transaction: Db, id: string, factor: Factor): Promise<void> {
    const change = { factor, proved_at: this.#at() };
    await transaction.updateTable('sessions').set(change).where('id', '=', id).execute();
  }

  #toOperator(operator: Row<'operators'>, session: Row<'sessions'>, token: string): SignedInSession['operator'] {
    const factor = Factor.parse(session.factor);
    const age = session.proved_at === null ? Infinity : secondsBetween(new Date(session.proved_at), this.#at());
    return {
      name: operator.name,
      role: readRole(operator),
      programs: readPrograms(operator),
      session: {
        id: session.id,
        csrf: csrfOf(token),
        factor,
        mustAddFactor: factor === 'password' && this.#deps.settings.rules.secondFactor,
        isFresh: age < freshFor,
      },
    };
  }

  #noteSeen(session: Row<'sessions'>): void {
    const seenAt = this.#at();
    if (seenAt < addSeconds(session.last_seen_at, seenEvery)) return;
    const ends = [addSeconds(seenAt, sessionIdle), addSeconds(session.started_at, sessionLongest)];
    const change = { last_seen_at: seenAt, expires_at: ends.sort()[0] ?? session.expires_at };
    this.#deps.writer
      .change((transaction) => updateSession(transaction, session.hash, change))
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
