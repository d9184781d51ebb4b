import type { Kysely } from 'kysely';
import { addSeconds } from '../../../shared/time.ts';
import { Refusal } from '../http/refuse.ts';
import { digest, makeToken } from '../identity/secrets.ts';
import type { Schema } from '../store/schema.ts';
import type { ProgramDirectory } from './sites.ts';

/** Path of the page that turns a ticket into a cookie. The ticket stands in the fragment, which no server ever logs. */
export const launchPath = '/.shiftgate/launch';

export interface LaunchTicket {
  readonly workstation: string;
  readonly program: string;
}

/** One-time links that bind a browser to the workstation that asked for them. Stored as hashes. */
export class Tickets {
  readonly #db: Kysely<Schema>;
  readonly #programs: ProgramDirectory;
  /** Seconds. */
  readonly #lifetime: number;
  readonly #now: () => Date;

  constructor(db: Kysely<Schema>, programs: ProgramDirectory, lifetime: number, now: () => Date) {
    this.#db = db;
    this.#programs = programs;
    this.#lifetime = lifetime;
    this.#now = now;
  }

  /**
   * Makes a ticket; the caller knows which programs the workstation works for.
   * @throws Refusal `not-found` when the program is unknown or has no CRM origin.
   */
  async issue(workstation: string, program: string): Promise<{ url: string; expiresAt: string }> {
    const site = this.#programs.find(program)?.origins[0];
    if (!site) throw new Refusal('not-found', { what: `CRM of the program ${program}` });
    const secret = makeToken();
    const issuedAt = this.#now().toISOString();
    const expiresAt = addSeconds(issuedAt, this.#lifetime);
    await this.#db.deleteFrom('launch_tickets').where('expires_at', '<', issuedAt).execute();
    await this.#db
      .insertInto('launch_tickets')
      .values({
        hash: digest(secret),
        workstation,
        program,
        issued_at: issuedAt,
        expires_at: expiresAt,
        used_at: null,
      })
      .execute();
    return { url: `${new URL(site.origin).origin}${launchPath}#t=${secret}`, expiresAt };
  }

  /** Uses a ticket up; undefined when it is unknown, used, expired or meant for another program. */
  redeem(secret: string, program: string): Promise<LaunchTicket | undefined> {
    const now = this.#now().toISOString();
    return this.#db
      .updateTable('launch_tickets')
      .set({ used_at: now })
      .where('hash', '=', digest(secret))
      .where('program', '=', program)
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .returning(['workstation', 'program'])
      .executeTakeFirst();
  }
}
