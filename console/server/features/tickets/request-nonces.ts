import { makeId } from '../../identity/secrets.ts';

/** Milliseconds. */
const goodFor = 60_000;
const mostOpen = 50_000;

/** Challenges for single requests. Each counts once; the oldest make room when far too many are open. */
export class RequestNonces {
  readonly #now: () => Date;
  /** In the order in which they were issued, so the oldest come first. */
  readonly #issued = new Map<string, number>();

  constructor(now: () => Date) {
    this.#now = now;
  }

  issue(): string {
    const oldest = this.#now().getTime() - goodFor;
    for (const [nonce, at] of this.#issued) {
      if (at > oldest && this.#issued.size < mostOpen) break;
      this.#issued.delete(nonce);
    }
    const nonce = makeId('n');
    this.#issued.set(nonce, this.#now().getTime());
    return nonce;
  }

  /** Whether the nonce was issued within the minute and is used for the first time. */
  spend(nonce: string): boolean {
    const at = this.#issued.get(nonce);
    this.#issued.delete(nonce);
    return at !== undefined && this.#now().getTime() - at < goodFor;
  }
}
