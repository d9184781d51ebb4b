import type { Model } from '../ipc/model.ts';
import type { Telling } from '../window/today/telling.ts';
import type { WindowState } from '../window/today/verdict.ts';

export interface Notice {
  readonly title: string;
  readonly body: string;
}

export interface NoticesDeps {
  readonly say: (notice: Notice) => void;
  /** The person looks at the window: it says the same. */
  readonly isLooking: () => boolean;
  readonly now?: () => number;
}

/** Milliseconds: what lasts shorter than this is not worth a word, and between two words there is a pause. */
const settle = 1_000;
const pause = 30_000;

/** States that keep somebody from work, or will. */
const bad = new Set<WindowState>(['warned', 'draining', 'locked', 'cannot-tell', 'offline', 'refused']);

/** Tells the person of what changed for them: the latest state only, and never many in a row. */
export class Notices {
  readonly #deps: Required<NoticesDeps>;
  /** What the person knows; ready until told otherwise, so that an ordinary start says nothing. */
  #known: WindowState = 'ready';
  #latest: Telling | undefined;
  #lastAt = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;
  #heard = new Set<string>();
  #hasBegun = false;

  constructor(deps: NoticesDeps) {
    this.#deps = { now: Date.now, ...deps };
  }

  take(telling: Telling, messages: Model['messages']): void {
    this.#tellMessages(messages);
    this.#latest = telling;
    if (!this.#isNews(telling)) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      return;
    }
    const wait = Math.max(settle, this.#lastAt + pause - this.#deps.now());
    this.#timer ??= setTimeout(() => this.#tell(), wait);
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  /** Ready is news only after something bad; states on the way to another are none. */
  #isNews({ state }: Telling): boolean {
    return state !== this.#known && (bad.has(state) || state === 'ready');
  }

  #tell(): void {
    this.#timer = undefined;
    const telling = this.#latest;
    if (!telling || !this.#isNews(telling)) return;
    this.#known = telling.state;
    if (this.#deps.isLooking()) return;
    this.#lastAt = this.#deps.now();
    this.#deps.say({ title: telling.sentence.first, body: telling.sentence.more ?? '' });
  }

  /** Each message is told once, and those from before this start not again. */
  #tellMessages(messages: Model['messages']): void {
    const fresh = messages.filter((one) => one.from === 'helpdesk' && !one.seen && !this.#heard.has(one.id));
    for (const { id } of fresh) this.#heard.add(id);
    const isFirst = !this.#hasBegun;
    this.#hasBegun = true;
    if (isFirst || this.#deps.isLooking()) return;
    for (const one of fresh) if (one.from === 'helpdesk') this.#deps.say({ title: one.name, body: one.text });
  }
}
