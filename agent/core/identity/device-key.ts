import { CompactSign, compactVerify, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { z } from 'zod';
import { PublicKey } from '../../../shared/protocol/report.ts';
import type { Secrets } from '../host/state-folder.ts';

/** The key that this workstation is known by. It never leaves the device; everything signed by it is a compact JWS. */
export interface DeviceKey {
  readonly publicKey: PublicKey;
  sign(type: string, payload: unknown, header?: Readonly<{ kid: string } | { jwk: PublicKey }>): Promise<string>;
}

const name = 'device-key.json';
const PrivateKey = PublicKey.extend({ d: z.string().length(43) });
type PrivateKey = z.infer<typeof PrivateKey>;

/** The key made before; undefined when there is none. Throws when the file does not hold a key. */
export async function findDeviceKey(secrets: Secrets): Promise<DeviceKey | undefined> {
  const text = await secrets.read(name);
  if (text === undefined) return undefined;
  try {
    return await deviceKeyOf(PrivateKey.parse(JSON.parse(text)));
  } catch (cause) {
    throw new Error(`${name} is damaged. Delete it and enrol this PC again.`, { cause });
  }
}

export async function makeDeviceKey(secrets: Secrets): Promise<DeviceKey> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = PrivateKey.parse(await exportJWK(privateKey));
  await secrets.write(name, JSON.stringify(jwk));
  return deviceKeyOf(jwk);
}

async function deviceKeyOf(jwk: PrivateKey): Promise<DeviceKey> {
  const key = await importJWK(jwk, 'ES256');
  return {
    publicKey: PublicKey.parse(jwk),
    sign: (typ, payload, header) =>
      new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
        .setProtectedHeader({ alg: 'ES256', typ, ...header })
        .sign(key),
  };
}

/** The payload of something that one of the keys has signed as that type; undefined when none of them has. */
export async function verifySigned<T extends z.ZodType>(
  jws: string,
  expected: { readonly type: string; readonly keys: readonly JWK[]; readonly payload: T },
): Promise<z.output<T> | undefined> {
  for (const jwk of expected.keys) {
    try {
      const key = await importJWK(jwk, 'ES256');
      const { payload, protectedHeader } = await compactVerify(jws, key, { algorithms: ['ES256'] });
      if (protectedHeader.typ !== expected.type) return undefined;
      return expected.payload.parse(JSON.parse(new TextDecoder().decode(payload)));
    } catch {
      // Not by this key, or not in this form; another pinned key may fit.
    }
  }
  return undefined;
}
