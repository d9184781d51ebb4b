import { setImmediate as pause } from 'node:timers/promises';
import type { Writer } from '../../store/writer.ts';
import type { Workstation } from './roster.ts';

/** Milliseconds. A crash loses at most so much of the times of contact; the lease starts anew after it anyway. */
const writeEvery = 10_000;
const rowsPerStatement = 500;

interface Log {
  warn(detail: object, message: string): void;
}

/** Writes the times of contact to the store, many at a time: a heartbeat alone never waits for the disk. */
export class Contacts {
  readonly #writer: Writer;
  readonly #log: Log;
  readonly #heard = new Set<Workstation>();
  readonly #timer = setInterval(() => void this.#write(), writeEvery);

  constructor(writer: Writer, log: Log) {
    this.#writer = writer;
    this.#log = log;
  }

  note(workstation: Workstation): void {
    this.#heard.add(workstation);
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#write();
  }

  async #write(): Promise<void> {
    const rows = [...this.#heard].map(({ id, contact }) => ({
      workstation: id,
      last_contact_at: contact.at ?? contact.countsFrom,
      egress: contact.egress ?? null,
    }));
    this.#heard.clear();
    try {
      for (let start = 0; start < rows.length; start += rowsPerStatement) {
        if (start > 0) await pause();
        await this.#writer.change((transaction) =>
          transaction
            .insertInto('contacts')
            .values(rows.slice(start, start + rowsPerStatement))
            .onConflict((on) =>
              on.column('workstation').doUpdateSet(({ ref }) => ({
                last_contact_at: ref('excluded.last_contact_at'),
                egress: ref('excluded.egress'),
              })),
            )
            .execute(),
        );
      }
    } catch (error) {
      this.#log.warn({ err: error }, 'times of contact could not be written; the next ones will be');
    }
  }
}
