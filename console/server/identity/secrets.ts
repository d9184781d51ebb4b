import { hash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { PublicKey } from '../../../shared/protocol/report.ts';

/** A secret of 256 bits for cookies, links and the command line. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url');
}

/** An id of 128 bits; it may be guessed by nobody but grants nothing. */
export function makeId(prefix: string): string {
  return `${prefix}_${randomBytes(16).toString('base64url')}`;
}

/** What is stored in place of a secret: SHA-256, base64url. */
export function digest(secret: string): string {
  return hash('sha256', secret, 'base64url');
}

/** What a public key is called for short: its thumbprint by RFC 7638, which has the members in this order. */
export function thumbprintOf({ crv, kty, x, y }: PublicKey): string {
  return digest(JSON.stringify({ crv, kty, x, y }));
}

/** Compares two secrets in a time that tells nothing about where they differ. */
export function isSameSecret(left: string, right: string): boolean {
  return timingSafeEqual(hash('sha256', left, 'buffer'), hash('sha256', right, 'buffer'));
}

/** Without 0, O, 1, I and L: a code is read out over the phone. */
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** An enrolment code such as `K7QM-2XWP-9ATB`; about 59 bits. */
export function makeCode(): string {
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return [group(), group(), group()].join('-');
}

/** A code as people type it, in the form in which it was made. */
export function tidyCode(typed: string): string {
  const letters = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return letters.match(/.{1,4}/g)?.join('-') ?? '';
}
