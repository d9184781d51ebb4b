import { randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { z } from 'zod';
import type { Seal } from '../../identity/seal.ts';
import { digest } from '../../identity/secrets.ts';
import type { Row } from '../../store/schema.ts';

/** Seconds; what every authenticator app assumes. */
const period = 30;
const recoveryCodes = 10;
const Hashes = z.array(z.string());

/** A new secret for an authenticator app. `uri` is what its camera reads. */
export function makeTotp(name: string): { secret: string; uri: string } {
  const totp = totpOf(new Secret({ size: 20 }).base32, name);
  return { secret: totp.secret.base32, uri: totp.toString() };
}

/** The step that a code belongs to, one step to either side included; undefined when it is wrong. */
export function stepOf(secret: string, code: string, now: Date): number | undefined {
  const delta = totpOf(secret).validate({ token: code, window: 1, timestamp: now.getTime() });
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / period) + delta;
}

function totpOf(secret: string, label = ''): TOTP {
  return new TOTP({ issuer: 'Shiftgate', label, algorithm: 'SHA1', digits: 6, period, secret });
}

/** Codes for the day on which the phone is gone, each good for one sign-in; only their hashes are stored. */
export function makeRecoveryCodes(): { codes: string[]; stored: string } {
  const half = () => String(randomInt(100_000)).padStart(5, '0');
  const codes = Array.from({ length: recoveryCodes }, () => `${half()}-${half()}`);
  return { codes, stored: JSON.stringify(codes.map(digest)) };
}

export function countRecoveryCodes({ recovery }: Pick<Row<'operators'>, 'recovery'>): number {
  return Hashes.parse(JSON.parse(recovery ?? '[]')).length;
}

/** What a code changes about the operator whose it is: it cannot be used again. Undefined when it is wrong. */
export function spendCode(
  operator: Row<'operators'>,
  typed: string,
  { seal, now }: { seal: Seal; now: Date },
): Pick<Row<'operators'>, 'totp_step'> | Pick<Row<'operators'>, 'recovery'> | undefined {
  const code = typed.replace(/\s/g, '');
  if (operator.totp === null) return undefined;
  if (/^\d{6}$/.test(code)) {
    const step = stepOf(seal.open(operator.totp), code, now);
    return step === undefined || step <= (operator.totp_step ?? 0) ? undefined : { totp_step: step };
  }
  const left = Hashes.parse(JSON.parse(operator.recovery ?? '[]'));
  const hashed = digest(code);
  if (!left.includes(hashed)) return undefined;
  return { recovery: JSON.stringify(left.filter((one) => one !== hashed)) };
}
