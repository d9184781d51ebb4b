import { argon2id, hash, verify } from 'argon2';
import { Refusal } from '../../http/refuse.ts';

/** OWASP's recommendation for argon2id: 19 MiB, two rounds. */
const cost = { type: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const shortest = 12;

/** @throws Refusal `weak-password`. */
export function hashPassword(password: string): Promise<string> {
  if ([...password].length < shortest) throw new Refusal('weak-password');
  return hash(password, cost);
}

let nobodys: Promise<string> | undefined;

/** Whether the password is the right one. A name that is unknown or has none takes as long as a known one. */
export async function isPassword(password: string, hashed: string | undefined): Promise<boolean> {
  nobodys ??= hash('the password of nobody', cost);
  const isRight = await verify(hashed || (await nobodys), password);
  return isRight && Boolean(hashed);
}
