import { isStatementFault } from '../../store/engine.ts';
import type { Writer } from '../../store/writer.ts';
import { commit, type JournalEntry } from './store.ts';

interface Waiting {
  readonly entry: JournalEntry;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

interface Log {
  error(detail: object, message: string): void;
}

/**
 * Entries wait for others, in milliseconds, so that one commit serves them all: hardly at all while few come, longer
 * while hundreds do.
 */
const gatherFor = { least: 2, most: 20 };
const entriesPerMillisecond = 5;
/** Milliseconds until the store is tried again after a failure. */
const retryAfter = 1_000;
const largestBatch = 500;
const mostKept = 10_000;

/** Groups the writes of reports and decisions into one transaction every few milliseconds. */
export class Journal {
  readonly #writer: Writer;
  readonly #log: Log;
  #waiting: Waiting[] = [];
  #timer: NodeJS.Timeout | undefined;
  #flushing: Promise<void> | undefined;
  #isFailing = false;
  #lastBatch = 0;

  constructor(writer: Writer, log: Log) {
    this.#writer = writer;
    this.#log = log;
  }

  /**
   * Resolves when the entry is committed. Rejects when it cannot be: its report is then the sender's to repeat, and the
   * rest is kept here and committed later.
   */
  write(entry: JournalEntry): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ entry, resolve, reject });
      this.#schedule();
    });
  }

  /** The same for an entry nobody waits for. */
  note(entry: JournalEntry): void {
    this.#waiting.push({ entry, resolve: ignore, reject: ignore });
    this.#schedule();
  }

  /** Commits what is waiting, as long as the store takes it. */
  async close(): Promise<void> {
    await this.#flushing;
    do {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      await this.#flush();
    } while (this.#waiting.length > 0 && !this.#isFailing);
    clearTimeout(this.#timer);
  }

  #schedule(): void {
    if (this.#timer || this.#flushing !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#flushing = this.#flush();
    }, this.#delay());
  }

  #delay(): number {
    if (this.#isFailing) return retryAfter;
    if (this.#waiting.length >= largestBatch) return 0;
    return Math.min(Math.max(this.#lastBatch / entriesPerMillisecond, gatherFor.least), gatherFor.most);
  }

  async #flush(): Promise<void> {
    const batch = this.#waiting.splice(0, largestBatch);
    this.#lastBatch = batch.length;
    try {
      await this.#commit(batch);
    } catch (error) {
      if (isStatementFault(error)) await this.#commitOneByOne(batch);
      else this.#keep(batch, error);
    }
    this.#flushing = undefined;
    if (this.#waiting.length > 0) this.#schedule();
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    await this.#writer.change((transaction) =>
      commit(
        transaction,
        batch.map(({ entry }) => entry),
      ),
    );
    this.#isFailing = false;
    for (const { resolve } of batch) resolve();
  }

  /** One entry that the store refuses must not hold up the others. */
  async #commitOneByOne(batch: readonly Waiting[]): Promise<void> {
    for (const waiting of batch) {
      try {
        await this.#commit([waiting]);
      } catch (error) {
        this.#log.error({ err: error }, 'an entry that the store does not take was dropped');
        waiting.reject(error);
      }
    }
  }

  #keep(batch: readonly Waiting[], error: unknown): void {
    this.#log.error({ err: error, entries: batch.length }, 'decisions could not be written; trying again');
    this.#isFailing = true;
    for (const { reject } of batch) reject(error);
    const kept = batch.map(({ entry: { report: _sentAgain, signed: _too, ...entry } }) => ({
      entry,
      resolve: ignore,
      reject: ignore,
    }));
    this.#waiting = [...kept, ...this.#waiting].slice(-mostKept);
  }
}

function ignore(): void {
  // The entry stays with the journal; nobody waits for it.
}
