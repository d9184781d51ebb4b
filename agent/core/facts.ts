import { CheckId, type Readings } from '../../shared/checks/index.ts';
import { saysTheSame } from './link/reporter.ts';
import { readCheck, type ScannerDeps } from './scanner.ts';

export interface FactsDeps extends ScannerDeps {
  readonly wanted: () => readonly string[];
  /** Called after each reading, with whether it says anything new. */
  readonly onRead: (hasChanged: boolean) => void;
}

/** Milliseconds in which the events of one change come together: a new tunnel makes a dozen. */
const gather = 60;
/** Milliseconds; longer than the watch needs to see a new program. */
const confirmAfter = 500;

/** The readings as they stand. A check is read by one reading at a time; different checks do not wait for each other. */
export class Facts {
  readonly #deps: FactsDeps;
  readonly #due = new Set<CheckId>();
  readonly #running = new Map<CheckId, Promise<boolean>>();
  #readings: Readings = {};
  #gathering: NodeJS.Timeout | undefined;
  #confirming: NodeJS.Timeout | undefined;

  constructor(deps: FactsDeps) {
    this.#deps = deps;
  }

  get readings(): Readings {
    return this.#readings;
  }

  /** Something has happened: reads these in a moment. */
  readSoon(checks: readonly CheckId[]): void {
    for (const id of checks) this.#due.add(id);
    this.#gathering ??= setTimeout(() => {
      this.#gathering = undefined;
      const due = [...this.#due];
      this.#due.clear();
      void this.read(due).then((hasChanged) => this.#deps.onRead(hasChanged));
    }, gather);
  }

  /** Reads these now. Resolves to whether any of them says something new. */
  async read(checks: readonly CheckId[] = CheckId.options): Promise<boolean> {
    const news = await Promise.all(checks.map((id) => this.#readInTurn(id)));
    return news.includes(true);
  }

  /** Resolves when nothing is being read any more. */
  async close(): Promise<void> {
    clearTimeout(this.#gathering);
    clearTimeout(this.#confirming);
    await Promise.all(this.#running.values());
  }

  #readInTurn(id: CheckId): Promise<boolean> {
    const turn = (this.#running.get(id) ?? Promise.resolve(false)).then(() => this.#readOne(id));
    this.#running.set(id, turn);
    return turn;
  }

  /** Compared with the reading just before it: one that waited its turn must not miss what happened while it waited. */
  async #readOne(id: CheckId): Promise<boolean> {
    const reading = await readCheck(id, this.#deps.wanted(), this.#deps);
    const isNews = !saysTheSame(this.#readings[id], reading);
    this.#readings = { ...this.#readings, [id]: reading };
    if (isNews && id === 'software') this.#confirmPrograms();
    return isNews;
  }

  /** The watch cannot tell of the end of a program that it never saw, so one that came as news is looked at once more. */
  #confirmPrograms(): void {
    const { software } = this.#readings;
    if (!software || !('fact' in software) || !software.fact.found.some(({ running }) => running)) return;
    this.#confirming ??= setTimeout(() => {
      this.#confirming = undefined;
      this.readSoon(['software']);
    }, confirmAfter);
  }
}
