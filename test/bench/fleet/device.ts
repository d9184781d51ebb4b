import { createECDH, createHash, createPrivateKey } from 'node:crypto';
import type { PublicKey } from '../../../shared/protocol/report.ts';
import type { Device } from '../../console/workstation-double.ts';

/** Half of a key pair that a name stands for: what the console knows of it. */
export function publicKeyOf(name: string): PublicKey {
  return toJwk(name).publicKey;
}

/** The device that a name stands for: whoever knows the seed of a fleet can report for each of its workstations. */
export function deviceOf(name: string, machineId: string): Device {
  const { publicKey, d } = toJwk(name);
  return { publicKey, machineId, privateKey: createPrivateKey({ key: { ...publicKey, d }, format: 'jwk' }) };
}

function toJwk(name: string): { publicKey: PublicKey; d: string } {
  const secret = createHash('sha256').update(`device ${name}`).digest();
  const curve = createECDH('prime256v1');
  curve.setPrivateKey(secret);
  // 0x04, then both coordinates of 32 bytes.
  const point = curve.getPublicKey();
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'));
  return { publicKey: { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' }, d: secret.toString('base64url') };
}
