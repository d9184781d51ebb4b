import type { AccessEntry, AccessReader } from '../../access/board.ts';
import type { Writer } from '../../store/writer.ts';
import type { Directory } from '../programs/directory.ts';
import { insertSamples, type Limits, rowsPerStep, steps } from './store.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
/** Milliseconds between two looks at the whole fleet, and between two rounds of tidying up. */
const sampleEvery = 5 * minute;
const tidyEvery = 10 * minute;
/** Milliseconds for which each kind is kept, after it ended where it can end. */
const keptFor = {
  reports: 14 * day,
  history: 400 * day,
  samples: 400 * day,
  sessions: 30 * day,
  tickets: day,
  codes: 30 * day,
};

interface Log {
  warn(detail: object, message: string): void;
}

export interface HousekeeperDeps {
  readonly writer: Writer;
  readonly board: AccessReader;
  readonly directory: Directory;
  readonly log: Log;
  now(): Date;
}

/** Writes down how the fleet is every few minutes, and throws away what is over, a little at a time. */
export class Housekeeper {
  readonly #deps: HousekeeperDeps;
  readonly #timers: NodeJS.Timeout[];
  #isTidying = false;
  #isClosed = false;

  constructor(deps: HousekeeperDeps) {
    this.#deps = deps;
    this.#timers = [
      setInterval(() => void this.sample().catch((error: unknown) => this.#warn(error)), sampleEvery),
      setInterval(() => void this.tidy().catch((error: unknown) => this.#warn(error)), tidyEvery),
    ];
  }

  close(): void {
    this.#isClosed = true;
    for (const timer of this.#timers) clearInterval(timer);
  }

  /** Counts who has which access now. */
  async sample(): Promise<void> {
    const { writer, board, directory, now } = this.#deps;
    const samples = directory.all().map(({ id }) => {
      const silent = [...board.lockedIn(id)].filter(isSilent).length;
      return { program: id, ...board.counts(id), silent };
    });
    const at = now().toISOString();
    await writer.change((transaction) => insertSamples(transaction, at, samples));
  }

  /** Throws away what is over; other writing comes in between the steps. */
  async tidy(): Promise<void> {
    if (this.#isTidying) return;
    this.#isTidying = true;
    try {
      const limits = limitsAt(this.#deps.now());
      for (const step of steps) {
        for (let gone = rowsPerStep; gone >= rowsPerStep && !this.#isClosed; ) {
          gone = await this.#deps.writer.change((transaction) => step(transaction, limits));
          await pause();
        }
      }
    } finally {
      this.#isTidying = false;
    }
  }

  #warn(error: unknown): void {
    this.#deps.log.warn({ err: error }, 'the store could not be tidied up; it is tried again later');
  }
}

/** Locked only because nothing was heard of it. */
function isSilent({ decision }: AccessEntry): boolean {
  return decision.reasons.every(({ cause, effect }) => effect !== 'lock' || cause === 'out-of-contact');
}

function limitsAt(now: Date): Limits {
  const before = (kept: number) => new Date(now.getTime() - kept).toISOString();
  return {
    reports: before(keptFor.reports),
    history: before(keptFor.history),
    samples: before(keptFor.samples),
    sessions: before(keptFor.sessions),
    tickets: before(keptFor.tickets),
    codes: before(keptFor.codes),
  };
}

function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 20);
  });
}
