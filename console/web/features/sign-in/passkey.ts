import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { call } from '../../api.ts';

/** Whether this browser, at this address, can use passkeys: they belong to a host name, and numbers are none. */
export const hasPasskeys = browserSupportsWebAuthn() && !/^[\d.]+$|:/.test(location.hostname);

/** Asks the person for one of their passkeys. Throws when they turn it down. */
export async function askPasskey() {
  const { challenge, options } = await call(consoleRoutes.passkeyOptions, {});
  const answer = await startAuthentication({
    optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON,
  });
  return { challenge, answer: { ...answer } };
}

/** Has the person's device make a passkey. Throws when they turn it down. */
export async function makePasskey() {
  const { challenge, options } = await call(consoleRoutes.startPasskey, {});
  const answer = await startRegistration({
    optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON,
  });
  return { challenge, answer: { ...answer } };
}

/** Turning a passkey down is no failure. */
export function isTurnedDown(error: unknown): boolean {
  return error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'AbortError');
}
