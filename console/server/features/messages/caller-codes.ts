import { createHmac } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { Refusal } from '../../http/refuse.ts';
import { Quota } from './quota.ts';

/** Wrong codes for one workstation in ten minutes. */
const mostWrong = 5;

/**
 * The code that the person's tray shows and that they read out on the phone: RFC 6238, six digits, 60 seconds, SHA-1.
 * Whoever calls in somebody else's name does not see it.
 */
export class CallerCodes {
  readonly #key: Buffer;
  readonly #now: () => Date;
  readonly #wrong = new Quota(mostWrong, 600);

  /** `key`: what all secrets are derived from. */
  constructor(key: Buffer, now: () => Date) {
    this.#key = key;
    this.#now = now;
  }

  /** The workstation's secret, base32. */
  secretOf(workstation: string): string {
    return this.#secret(workstation).base32;
  }

  /** One step of 60 seconds to either side counts. @throws Refusal `wrong-code` or, after several, `too-many-requests`. */
  refuseWrong(workstation: string, code: string): void {
    const now = this.#now();
    this.#wrong.refuseSpent(workstation, now);
    const totp = new TOTP({ secret: this.#secret(workstation), algorithm: 'SHA1', digits: 6, period: 60 });
    if (totp.validate({ token: code, window: 1, timestamp: now.getTime() }) !== null) return;
    this.#wrong.spend(workstation, now);
    throw new Refusal('wrong-code');
  }

  #secret(workstation: string): Secret {
    const bytes = createHmac('sha256', this.#key).update(workstation).digest().subarray(0, 20);
    return new Secret({ buffer: Uint8Array.from(bytes).buffer });
  }
}
