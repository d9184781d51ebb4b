import { hkdfSync, randomBytes } from 'node:crypto';
import { CompactSign, type CryptoKey, exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';
import { PublicKey } from '../../../shared/protocol/report.ts';
import { CannotStart, findHomeFile, makeHomeFile } from './home.ts';
import { makeId, makeToken } from './secrets.ts';

const fileName = 'keys.json';

const PrivateKey = PublicKey.extend({ d: z.string().length(43) });

const Keys = z.object({
  consoleId: z.string().min(8),
  /** Mixed into every machine id, so that two consoles cannot compare theirs. */
  salt: z.string().min(16),
  key: PrivateKey,
  /** Shared with the reverse proxies that ask this console for a decision. */
  proxySecret: z.string().min(32),
});
type Keys = z.output<typeof Keys>;

/** Who this console is. Agents pin the keys when they enrol, so losing the file means enrolling everybody again. */
export interface Identity {
  readonly consoleId: string;
  readonly salt: string;
  readonly publicKeys: PublicKey[];
  readonly proxySecret: string;
  /** Signs a compact JWS. */
  sign(payload: unknown, typ: string): Promise<string>;
  /** 32 bytes that only this console knows, other ones for each purpose. */
  deriveKey(purpose: string): Buffer;
}

/**
 * Reads the console's identity from its data folder, and makes one at the first start.
 * @throws CannotStart when the file is damaged.
 */
export async function openIdentity(home: string): Promise<Identity> {
  const { key, ...rest } = await readKeys(home);
  const signingKey = await crypto.subtle.importKey('jwk', key, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
  const secret = Buffer.from(key.d, 'base64url');
  return {
    ...rest,
    publicKeys: [PublicKey.parse(key)],
    sign: (payload, typ) => sign(payload, typ, signingKey),
    deriveKey: (purpose) => Buffer.from(hkdfSync('sha256', secret, rest.salt, purpose, 32)),
  };
}

async function readKeys(home: string): Promise<Keys> {
  const text = await findHomeFile(home, fileName);
  if (text === undefined) return makeKeys(home);
  const keys = Keys.safeParse(parseJson(text));
  if (keys.success) return keys.data;
  throw new CannotStart(
    `${fileName} in ${home} is damaged. Restore it from a backup; without it every workstation must enrol again.`,
  );
}

async function makeKeys(home: string): Promise<Keys> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const key = PrivateKey.parse(await exportJWK(privateKey));
  const salt = randomBytes(16).toString('base64url');
  const keys = { consoleId: makeId('console'), salt, key, proxySecret: makeToken() };
  const isMade = await makeHomeFile(home, fileName, `${JSON.stringify(keys, undefined, 2)}\n`);
  // Another console that starts at the same moment was faster; which of the two may run is the database's to say.
  return isMade ? keys : readKeys(home);
}

function sign(payload: unknown, typ: string, key: CryptoKey): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(payload));
  return new CompactSign(bytes).setProtectedHeader({ alg: 'ES256', typ }).sign(key);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
