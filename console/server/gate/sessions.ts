import type { Kysely } from 'kysely';
import { addSeconds } from '../../../shared/time.ts';
import { digest, makeToken } from '../identity/secrets.ts';
import type { NewRow, Row, Schema } from '../store/schema.ts';

/** A browser may use one launch for a working day; then the person opens the CRM from Shiftgate again. */
const lifetimeSeconds = 12 * 3_600;
const keptSeconds = 90 * 86_400;
const secretLength = 43;

/** One browser bound to a workstation, for one program. */
export interface GateSession {
  /** SHA-256 of the cookie's value, base64url; the value itself is kept by the browser alone. */
  readonly hash: string;
  readonly workstation: string;
  readonly program: string;
  readonly person: string | undefined;
  readonly startedAt: Date;
  readonly expiresAt: Date;
  readonly address: string;
  /** `User-Agent` of the browser. */
  readonly browser: string;
}

/** Sessions in memory, so that a decision asks no store. A start is stored before it counts, an end counts before it is stored. */
export class GateSessions {
  readonly #db: Kysely<Schema>;
  readonly #now: () => Date;
  readonly #active = new Map<string, GateSession>();

  constructor(db: Kysely<Schema>, now: () => Date) {
    this.#db = db;
    this.#now = now;
  }

  /** Brings back what was active before a restart, and drops what is too old to be of use as evidence. */
  async load(): Promise<void> {
    const forgotten = addSeconds(this.#now(), -keptSeconds);
    await this.#db.deleteFrom('gate_sessions').where('expires_at', '<', forgotten).execute();
    const rows = await this.#db
      .selectFrom('gate_sessions')
      .selectAll()
      .where('ended_at', 'is', null)
      .where('expires_at', '>', this.#now().toISOString())
      .execute();
    for (const row of rows) this.#active.set(row.hash, fromRow(row));
  }

  /** The session that a cookie's value opens. */
  find(secret: string | undefined): GateSession | undefined {
    if (secret?.length !== secretLength) return undefined;
    const session = this.#active.get(digest(secret));
    return session && session.expiresAt > this.#now() ? session : undefined;
  }

  /** Starts a session with a secret of its own, whatever the browser held before. */
  async start(about: Pick<GateSession, 'workstation' | 'program' | 'person' | 'address' | 'browser'>): Promise<string> {
    const secret = makeToken();
    const startedAt = this.#now();
    const expiresAt = new Date(addSeconds(startedAt, lifetimeSeconds));
    const session = { ...about, hash: digest(secret), startedAt, expiresAt };
    await this.#db.insertInto('gate_sessions').values(toRow(session)).execute();
    this.#active.set(session.hash, session);
    return secret;
  }

  /** Ends sessions at once in memory, then in the store. */
  async end(sessions: readonly GateSession[]): Promise<void> {
    for (const session of sessions) this.#active.delete(session.hash);
    if (sessions.length === 0) return;
    const hashes = sessions.map((session) => session.hash);
    await this.#db
      .updateTable('gate_sessions')
      .set({ ended_at: this.#now().toISOString() })
      .where('hash', 'in', hashes)
      .execute();
  }

  /** Active sessions of a workstation, the newest last. */
  of(workstation: string): GateSession[] {
    return [...this.#active.values()].filter((session) => session.workstation === workstation);
  }

  /** Forgets sessions that have run out, and returns them. */
  sweep(): GateSession[] {
    const now = this.#now();
    const over = [...this.#active.values()].filter((session) => session.expiresAt <= now);
    for (const session of over) this.#active.delete(session.hash);
    return over;
  }
}

/** The person as a header may carry it: percent-encoded UTF-8. */
export function personHeader({ person = '' }: Pick<GateSession, 'person'>): string {
  return encodeURIComponent(person.toWellFormed());
}

function toRow({ person, startedAt, expiresAt, ...same }: GateSession): NewRow<'gate_sessions'> {
  const times = { started_at: startedAt.toISOString(), expires_at: expiresAt.toISOString(), ended_at: null };
  return { ...same, ...times, person: person ?? null };
}

function fromRow(row: Row<'gate_sessions'>): GateSession {
  return {
    hash: row.hash,
    workstation: row.workstation,
    program: row.program,
    person: row.person ?? undefined,
    startedAt: new Date(row.started_at),
    expiresAt: new Date(row.expires_at),
    address: row.address,
    browser: row.browser,
  };
}
