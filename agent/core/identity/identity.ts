import type { Host } from '../host/host.ts';
import type { Secrets } from '../host/state-folder.ts';
import type { Identity } from '../link/handshake.ts';
import { findDeviceKey } from './device-key.ts';
import { findEnrolled } from './enrolment.ts';
import { readMachine } from './machine.ts';

/** This PC is not enrolled; the message says what to do. */
export class NotEnrolled extends Error {
  override name = 'NotEnrolled';
}

/** Reads who this workstation is. Throws NotEnrolled, or an Error that says what is damaged. */
export async function readIdentity(secrets: Secrets, host: Host): Promise<Identity> {
  const enrolled = await findEnrolled(secrets);
  const key = await findDeviceKey(secrets);
  if (!enrolled || !key) {
    throw new NotEnrolled('This PC is not enrolled. Ask IT for a link and run: shiftgate-agent enrol <link>');
  }
  return { enrolled, key, machine: await readMachine(host) };
}
