import { z } from 'zod';
import { Readings } from '../../../shared/checks/index.ts';
import { Instant } from '../../../shared/time.ts';
import type { StateFolder } from '../host/state-folder.ts';
import type { Logger } from '../log.ts';

/** One report that the console has not acknowledged: all readings as they stood, unsigned. */
const Entry = z.object({ seq: z.int().positive(), observedAt: Instant, readings: Readings });
export type QueuedReport = z.infer<typeof Entry>;
const Kept = z.object({ next: z.int().positive(), entries: z.array(Entry) });

const file = 'queue.json';
/** Each report carries the whole state, so dropping the oldest loses history and nothing else. */
const limit = 100;

/**
 * Reports waiting for the console's acknowledgement, on disk after every change: `kill -9` loses none, and numbers are
 * never used twice. Writes are not flushed to the platter: after a power cut the console says where it stands.
 */
export class ReportQueue {
  readonly #folder: StateFolder;
  readonly #log: Logger;
  #next: number;
  #entries: QueuedReport[];
  /** Made by this process and never sent: the console cannot know them, whatever their number. */
  readonly #unsent = new Set<QueuedReport>();
  #isFailing = false;

  constructor(folder: StateFolder, log: Logger) {
    this.#folder = folder;
    this.#log = log;
    const kept = readKept(folder, log);
    this.#next = kept.next;
    this.#entries = kept.entries;
  }

  get length(): number {
    return this.#entries.length;
  }

  first(): QueuedReport | undefined {
    return this.#entries[0];
  }

  add(observedAt: string, readings: Readings): void {
    const entry = { seq: this.#next, observedAt, readings };
    this.#next += 1;
    this.#unsent.add(entry);
    this.#entries.push(entry);
    for (const dropped of this.#entries.splice(0, this.#entries.length - limit)) this.#unsent.delete(dropped);
    this.#keep();
  }

  markSent(entry: QueuedReport): void {
    this.#unsent.delete(entry);
  }

  /** Forgets a report that was acknowledged or can never be taken. */
  drop(seq: number): void {
    for (const entry of this.#entries) if (entry.seq <= seq) this.#unsent.delete(entry);
    this.#entries = this.#entries.filter((entry) => entry.seq > seq);
    this.#keep();
  }

  /**
   * Takes up where the console stands: what it has committed is dropped, and reports that it cannot have seen get
   * new numbers if theirs are used up, as after the loss of this file.
   */
  continueAfter(lastSeq: number): void {
    this.#entries = this.#entries.filter((entry) => entry.seq > lastSeq || this.#unsent.has(entry));
    let last = lastSeq;
    for (const entry of this.#entries) {
      entry.seq = Math.max(entry.seq, last + 1);
      last = entry.seq;
    }
    this.#next = Math.max(this.#next, last + 1);
    this.#keep();
  }

  #keep(): void {
    const reason = this.#folder.tryWrite(file, JSON.stringify({ next: this.#next, entries: this.#entries }));
    if (reason && !this.#isFailing) {
      this.#log.error('Reports cannot be kept on disk; they wait in memory only.', { reason });
    }
    this.#isFailing = reason !== undefined;
  }
}

function readKept(folder: StateFolder, log: Logger): z.infer<typeof Kept> {
  const text = folder.read(file);
  if (text === undefined) return { next: 1, entries: [] };
  try {
    return Kept.parse(JSON.parse(text));
  } catch {
    const aside = folder.setAside(file);
    log.warn('The queue of reports was damaged and has been set aside; everything is read and reported again.', {
      aside,
    });
    return { next: 1, entries: [] };
  }
}
