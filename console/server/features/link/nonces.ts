import { makeId } from '../../identity/secrets.ts';

/** Milliseconds for which a nonce is handed out, and for which the one before stays good. */
const renewAfter = 10 * 60_000;
const oldOneGoodFor = 2 * 60_000;

/** The challenge that one session's signatures must answer. */
export class SessionNonce {
  #value = makeId('n');
  #since: number;
  #before: { value: string; until: number } | undefined;

  constructor(now: Date) {
    this.#since = now.getTime();
  }

  get value(): string {
    return this.#value;
  }

  /** A new value when it is time for one. */
  renewIfDue(now: Date): string | undefined {
    if (now.getTime() - this.#since < renewAfter) return undefined;
    this.#before = { value: this.#value, until: now.getTime() + oldOneGoodFor };
    this.#since = now.getTime();
    this.#value = makeId('n');
    return this.#value;
  }

  isFresh(nonce: string, now: Date): boolean {
    if (nonce === this.#value) return true;
    return this.#before !== undefined && nonce === this.#before.value && now.getTime() < this.#before.until;
  }
}
