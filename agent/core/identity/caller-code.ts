import { TOTP } from 'otpauth';
import { addSeconds } from '../../../shared/time.ts';

/** Seconds. */
const period = 60;

/** What the person reads out on the phone, so that helpdesk knows whose PC it is. Changes every minute. */
export interface CallerCode {
  readonly digits: string;
  readonly until: string;
}

/** The code of this minute by the secret that the console sent, base32. */
export function callerCodeAt(secret: string, now: Date): CallerCode {
  const digits = new TOTP({ secret, algorithm: 'SHA1', digits: 6, period }).generate({ timestamp: now.getTime() });
  const start = new Date(Math.floor(now.getTime() / 1000 / period) * period * 1000);
  return { digits, until: addSeconds(start.toISOString(), period) };
}
