import type { FeedView } from '../../../../shared/protocol/people-routes.ts';
import { Refusal } from '../../http/refuse.ts';
import type { Db } from '../../store/engine.ts';
import type { Row } from '../../store/schema.ts';
import type { Writer } from '../../store/writer.ts';
import { appendAudit } from '../audit/store.ts';
import type { People } from '../people/directory.ts';
import type { Directory } from '../programs/directory.ts';
import { readCalendar, sayStrangers } from './calendar.ts';
import { BadCalendar } from './calendar-time.ts';
import { CannotFetch, fetchText } from './fetch.ts';
import type { ShiftService } from './service.ts';
import { loadFeeds, noteReading, putFeed, removeFeed } from './store.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
/** Milliseconds between two readings, and what a reading covers around now. */
const readEvery = 15 * minute;
const covers = { before: day, after: 35 * day };
const limits = { timeout: 20_000, bytes: 16 * 1024 * 1024 };

interface Log {
  warn(detail: object, message: string): void;
}

export interface FeedDeps {
  readonly db: Db;
  readonly writer: Writer;
  readonly directory: Directory;
  readonly people: People;
  readonly shifts: ShiftService;
  /** Origins of calendars that may be plain http or inside a private network. */
  readonly trustedFeeds: readonly string[];
  readonly log: Log;
  now(): Date;
}

/** Reads the shifts of programs from calendars, now and then. What cannot be read leaves the shifts as they were. */
export class FeedService {
  readonly #deps: FeedDeps;
  readonly #timer: NodeJS.Timeout;
  /** What is done to the calendar of a program waits for what was begun before. */
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor(deps: FeedDeps) {
    this.#deps = deps;
    this.#timer = setInterval(() => {
      this.readAll().catch((error: unknown) => deps.log.warn({ err: error }, 'calendars could not be read'));
    }, readEvery);
  }

  close(): void {
    clearInterval(this.#timer);
  }

  async list(): Promise<FeedView[]> {
    return (await loadFeeds(this.#deps.db)).map(toView);
  }

  /** Sets the calendar of a program and reads it at once; a problem is part of the answer. */
  put(program: string, url: string, actor: string): Promise<FeedView> {
    return this.#inTurn(program, () => this.#put(program, url, actor));
  }

  async #put(program: string, url: string, actor: string): Promise<FeedView> {
    const { writer, directory, now } = this.#deps;
    if (!directory.find(program)) throw new Refusal('not-found', { what: 'program' });
    const at = now().toISOString();
    await writer.change(async (transaction) => {
      await putFeed(transaction, { program, url, by: actor, at });
      // The address may carry a secret.
      const detail = { host: new URL(url).host };
      await appendAudit(transaction, [{ at, actor, action: 'shift-feed-set', target: `program:${program}`, detail }]);
    });
    return this.#readNow(program);
  }

  remove(program: string, actor: string): Promise<void> {
    return this.#inTurn(program, () => this.#remove(program, actor));
  }

  async #remove(program: string, actor: string): Promise<void> {
    await this.#find(program);
    const at = this.#deps.now().toISOString();
    await this.#deps.writer.change(async (transaction) => {
      await removeFeed(transaction, program);
      const entry = { at, actor, action: 'shift-feed-removed', target: `program:${program}`, detail: {} };
      await appendAudit(transaction, [entry]);
    });
    await this.#deps.shifts.forgetFeed(program);
  }

  async readAll(): Promise<void> {
    for (const { program } of await loadFeeds(this.#deps.db)) await this.read(program);
  }

  /** Reads the calendar of a program now. */
  read(program: string): Promise<FeedView> {
    return this.#inTurn(program, () => this.#readNow(program));
  }

  #inTurn<Result>(program: string, work: () => Promise<Result>): Promise<Result> {
    const done = (this.#turns.get(program) ?? Promise.resolve()).then(work);
    this.#turns.set(
      program,
      done.catch(() => undefined),
    );
    return done;
  }

  async #readNow(program: string): Promise<FeedView> {
    const { url } = await this.#find(program);
    const { writer, now } = this.#deps;
    const at = now().toISOString();
    const reading = await this.#read(program, url);
    await writer.change((transaction) => noteReading(transaction, program, { at, ...reading }));
    return toView(await this.#find(program));
  }

  async #read(program: string, url: string): Promise<{ shifts?: number; problem?: string }> {
    const { people, shifts, trustedFeeds, now, log } = this.#deps;
    try {
      const text = await fetchText(url, { ...limits, trusted: trustedFeeds });
      const at = now().getTime();
      const within = { from: at - covers.before, to: at + covers.after };
      const found = await readCalendar(text, program, { within, people });
      if (found.shifts.length === 0 && found.strangers.length > 0) return { problem: sayStrangers(found.strangers) };
      await shifts.replaceFeed(program, within, found.shifts);
      return {
        shifts: found.shifts.length,
        ...(found.strangers.length > 0 && { problem: sayStrangers(found.strangers) }),
      };
    } catch (error) {
      if (error instanceof CannotFetch || error instanceof BadCalendar) return { problem: error.message };
      log.warn({ err: error, program }, 'a calendar could not be read');
      return { problem: 'Reading it failed on our side; the log says why.' };
    }
  }

  async #find(program: string): Promise<Row<'shift_feeds'>> {
    const feed = (await loadFeeds(this.#deps.db)).find((one) => one.program === program);
    if (!feed) throw new Refusal('not-found', { what: 'calendar for this program' });
    return feed;
  }
}

function toView(row: Row<'shift_feeds'>): FeedView {
  return {
    ...{ program: row.program, url: row.url, setBy: row.set_by, setAt: row.set_at, shifts: row.shifts },
    readAt: row.read_at ?? undefined,
    goodAt: row.good_at ?? undefined,
    problem: row.problem ?? undefined,
  };
}
