import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { z } from 'zod';
import { Refusal } from '../../http/refuse.ts';
import type { Db } from '../../store/engine.ts';
import type { NewRow, Row } from '../../store/schema.ts';
import { Challenges } from './challenges.ts';
import { findPasskey, listPasskeys } from './store.ts';

/** The page that asks: a passkey belongs to a host, and answers to no other. */
export interface Page {
  readonly origin: string;
  readonly host: string;
}

export interface PasskeyAnswer {
  readonly challenge: string;
  readonly answer: Record<string, unknown>;
}

type Purpose = { readonly text: string; readonly origin: string; readonly operator?: string };

const Transports = z.array(z.string());

/** Passkeys: asked for in the browser, verified here. The person is always verified by the device, never only present. */
export class Passkeys {
  readonly #db: Db;
  readonly #open: Challenges<Purpose>;

  constructor(db: Db, now: () => Date) {
    this.#db = db;
    this.#open = new Challenges(now, 1);
  }

  /** What the browser needs to sign somebody in; whoever it is says so by the passkey that they choose. */
  async askToSignIn({ origin, host }: Page) {
    const options = await generateAuthenticationOptions({ rpID: host, userVerification: 'required' });
    return { challenge: this.#open.begin({ text: options.challenge, origin }), options: { ...options } };
  }

  async askToAdd({ origin, host }: Page, operator: string) {
    const known = await listPasskeys(this.#db, operator);
    const options = await generateRegistrationOptions({
      rpName: 'Shiftgate',
      rpID: host,
      userName: operator,
      userDisplayName: operator,
      excludeCredentials: known.map(({ id, transports }) => ({ id, transports: readTransports(transports) })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    return { challenge: this.#open.begin({ text: options.challenge, origin, operator }), options: { ...options } };
  }

  /** The passkey that answered and what changes about it. @throws Refusal `passkey-refused` or `sign-in-expired`. */
  async verify({ challenge, answer }: PasskeyAnswer): Promise<{ passkey: Row<'passkeys'>; counter: number }> {
    const { text, origin } = this.#take(challenge);
    const passkey = await findPasskey(this.#db, String(answer['id']));
    if (!passkey) throw new Refusal('passkey-refused', { problem: 'it is not known here.' });
    const { authenticationInfo } = await orRefuse(
      verifyAuthenticationResponse({
        response: answer as unknown as AuthenticationResponseJSON,
        expectedChallenge: text,
        expectedOrigin: origin,
        expectedRPID: new URL(origin).hostname,
        credential: {
          id: passkey.id,
          publicKey: Buffer.from(passkey.public_key, 'base64url'),
          counter: passkey.counter,
          transports: readTransports(passkey.transports),
        },
      }),
    );
    return { passkey, counter: authenticationInfo.newCounter };
  }

  /** The row of a passkey that was added. @throws Refusal `passkey-refused` or `sign-in-expired`. */
  async verifyNew(
    { challenge, answer }: PasskeyAnswer,
    row: Pick<Row<'passkeys'>, 'operator' | 'name' | 'made_at'>,
  ): Promise<NewRow<'passkeys'>> {
    const { text, origin, operator } = this.#take(challenge);
    if (operator !== row.operator) throw new Refusal('sign-in-expired');
    const { registrationInfo } = await orRefuse(
      verifyRegistrationResponse({
        response: answer as unknown as RegistrationResponseJSON,
        expectedChallenge: text,
        expectedOrigin: origin,
        expectedRPID: new URL(origin).hostname,
      }),
    );
    if (!registrationInfo) throw new Refusal('passkey-refused', { problem: 'the browser’s answer is incomplete.' });
    const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
    return {
      ...row,
      id,
      public_key: Buffer.from(publicKey).toString('base64url'),
      counter,
      transports: JSON.stringify(transports),
      last_used_at: null,
    };
  }

  #take(challenge: string): Purpose {
    const purpose = this.#open.try(challenge);
    if (!purpose) throw new Refusal('sign-in-expired');
    return purpose;
  }
}

function readTransports(text: string): AuthenticatorTransport[] {
  return Transports.parse(JSON.parse(text)) as AuthenticatorTransport[];
}

/** The library throws a sentence for each thing that can be wrong with an answer. */
async function orRefuse<Verified extends { verified: boolean }>(verifying: Promise<Verified>): Promise<Verified> {
  const verified = await verifying.catch((cause: unknown) => {
    throw new Refusal('passkey-refused', { problem: cause instanceof Error ? cause.message : 'unknown' }, { cause });
  });
  if (!verified.verified) throw new Refusal('passkey-refused', { problem: 'the signature does not match.' });
  return verified;
}
