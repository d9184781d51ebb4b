import type { NewRow } from '../../store/schema.ts';
import type { Writer } from '../../store/writer.ts';
import { closeCases, type Ended, insertCases } from './store.ts';

interface Log {
  warn(detail: object, message: string): void;
}

/** Milliseconds in which cases are gathered for one commit, and after which a failed one is tried again. */
const pace = { gather: 50, retry: 1_000 };

/** Commits cases that open and close by themselves, many at a time. */
export class CaseLog {
  readonly #writer: Writer;
  readonly #log: Log;
  #opened = new Map<string, NewRow<'cases'>>();
  #closed: Ended[] = [];
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(writer: Writer, log: Log) {
    this.#writer = writer;
    this.#log = log;
  }

  opened(row: NewRow<'cases'>): void {
    this.#opened.set(row.id, row);
    this.#schedule(pace.gather);
  }

  closed(ended: Ended): void {
    this.#closed.push(ended);
    this.#schedule(pace.gather);
  }

  /** Commits what is left. Rejects when it cannot; it is tried again all the same. */
  async write(): Promise<void> {
    const opened = this.#opened;
    const closed = this.#closed;
    if (opened.size + closed.length === 0) return;
    this.#opened = new Map();
    this.#closed = [];
    try {
      await this.#writer.change(async (transaction) => {
        await insertCases(transaction, [...opened.values()]);
        await closeCases(transaction, closed);
      });
    } catch (error) {
      this.#opened = new Map([...opened, ...this.#opened]);
      this.#closed = [...closed, ...this.#closed];
      throw error;
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.write().catch((error: unknown) => this.#warn(error));
  }

  #schedule(wait: number): void {
    if (this.#isClosed) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.write().catch((error: unknown) => {
        this.#warn(error);
        this.#schedule(pace.retry);
      });
    }, wait);
  }

  #warn(error: unknown): void {
    this.#log.warn({ err: error }, 'cases could not be written; trying again');
  }
}
