import { createPublicKey, webcrypto } from 'node:crypto';
import type { z } from 'zod';
import type { PublicKey } from '../../../shared/protocol/report.ts';
import { parseMessage } from '../http/parse.ts';
import { Refusal } from '../http/refuse.ts';

export type DeviceKey = webcrypto.CryptoKey;

/** @throws when the coordinates are not a point of the curve. */
export function importDeviceKey(key: PublicKey): DeviceKey {
  return createPublicKey({ key, format: 'jwk' }).toCryptoKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
}

const es256 = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** Header, payload and a signature of 64 bytes, in base64url and nothing else. */
const compact = /^([\w-]+)\.([\w-]+)\.([\w-]{86})$/;

/**
 * Verifies a compact JWS: ES256 and nothing else, by the pinned key, of the one type that is expected here.
 * The verification itself runs on the thread pool. It is done here, not by a library, since every report of every
 * workstation passes through it, and one algorithm and one header are all there is to it.
 * @throws Refusal `bad-signature`, or `invalid-body` when what was signed has the wrong form.
 */
export async function readSigned<Payload extends z.ZodType>(
  jws: string,
  key: DeviceKey,
  typ: string,
  payload: Payload,
): Promise<z.output<Payload>> {
  const [, header = '', body = '', signature = ''] = compact.exec(jws) ?? [];
  if (!isExpected(decode(header), typ)) throw new Refusal('bad-signature');
  const signed = Buffer.from(`${header}.${body}`, 'latin1');
  const isGenuine = await webcrypto.subtle.verify(es256, key, Buffer.from(signature, 'base64url'), signed);
  if (!isGenuine) throw new Refusal('bad-signature');
  return parseMessage(Buffer.from(body, 'base64url').toString(), payload);
}

/** A header that asks for an extension asks for something that is not understood here. */
function isExpected(header: unknown, typ: string): boolean {
  const { alg, typ: said, crit, b64 } = (header ?? {}) as Record<string, unknown>;
  return alg === 'ES256' && said === typ && crit === undefined && b64 === undefined;
}

/** The key in the header of an enrolment; undefined when there is none. It proves only what it signs. */
export function findHeaderKey(jws: string): unknown {
  return (decode(jws.split('.')[0] ?? '') as { jwk?: unknown } | undefined)?.jwk;
}

/** What a JWS claims before anything is verified; undefined when it has no readable payload. */
export function findClaims(jws: string): unknown {
  return decode(jws.split('.')[1] ?? '');
}

/** Undefined when it is not JSON in base64url. */
function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    return undefined;
  }
}
