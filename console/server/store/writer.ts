import type { Kysely, Transaction } from 'kysely';
import { isStoreFailure } from './engine.ts';
import type { Schema } from './schema.ts';

/**
 * All changes go through here, one transaction after the other, so that the audit chain has one end to append to.
 * Reads do not wait for it.
 */
export class Writer {
  readonly #db: Kysely<Schema>;
  #last: Promise<unknown> = Promise.resolve();
  #isHealthy = true;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  /** Whether the last transaction could be committed. */
  get isHealthy(): boolean {
    return this.#isHealthy;
  }

  /** Runs the work in a transaction of its own after those asked for before it. */
  change<Result>(work: (transaction: Transaction<Schema>) => Promise<Result>): Promise<Result> {
    const done = this.#last.then(() => this.#run(work));
    this.#last = done.catch(() => undefined);
    return done;
  }

  /** Resolves when everything asked for so far has ended. */
  async settled(): Promise<void> {
    await this.#last;
  }

  async #run<Result>(work: (transaction: Transaction<Schema>) => Promise<Result>): Promise<Result> {
    try {
      const result = await this.#db.transaction().execute(work);
      this.#isHealthy = true;
      return result;
    } catch (error) {
      this.#isHealthy = !isStoreFailure(error);
      throw error;
    }
  }
}
