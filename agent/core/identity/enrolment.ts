import { z } from 'zod';
import type { Enrolment as EnrolmentState } from '../../../shared/access/decide.ts';
import { agentRoutes } from '../../../shared/protocol/agent-routes.ts';
import {
  type Enrolment as EnrolmentClaim,
  jwsTypes,
  PublicKey,
  WorkstationId,
} from '../../../shared/protocol/report.ts';
import { parseRelease, releaseProbe } from '../checks/os-patch/release.ts';
import type { Host } from '../host/host.ts';
import { readHostName } from '../host/os.ts';
import type { Secrets } from '../host/state-folder.ts';
import { callConsole } from '../link/console-client.ts';
import { agentVersion } from '../version.ts';
import { findDeviceKey, makeDeviceKey } from './device-key.ts';
import type { Invitation } from './enrolment-link.ts';
import { hashMachineId, readMachine } from './machine.ts';

const file = 'enrolment.json';

/** What this workstation keeps of its enrolment. */
export const Enrolled = z.object({
  /** Origin of the console. */
  console: z.url(),
  consoleId: z.string(),
  consoleName: z.string(),
  salt: z.string(),
  /** The console's keys, pinned from now on: whoever cannot sign with one of them is not the console. */
  keys: z.array(PublicKey).min(1),
  workstation: WorkstationId,
});
export type Enrolled = z.infer<typeof Enrolled>;

/** Undefined when this PC is not enrolled. Throws when what was kept cannot be read. */
export async function findEnrolled(secrets: Secrets): Promise<Enrolled | undefined> {
  const text = await secrets.read(file);
  if (text === undefined) return undefined;
  try {
    return Enrolled.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(`${file} is damaged. Enrol this PC again.`, { cause });
  }
}

export interface EnrolmentResult {
  readonly enrolled: Enrolled;
  readonly state: EnrolmentState;
  readonly programs: readonly { id: string; name: string }[];
}

/**
 * Enrols this PC: makes the device key, or proves the one it has, and pins the console's keys.
 * Throws a ConsoleRefusal, or ConsoleUnreachable, or an Error that says what the person can do.
 */
export async function enrol(
  invitation: Invitation,
  { host, secrets, now }: { host: Host; secrets: Secrets; now: () => Date },
): Promise<EnrolmentResult> {
  const machine = await readMachine(host);
  const card = await callConsole(invitation.console, agentRoutes.consoleCard, undefined);
  const key = (await findDeviceKey(secrets)) ?? (await makeDeviceKey(secrets));
  const claim: EnrolmentClaim = {
    consoleId: card.consoleId,
    code: invitation.code,
    machineId: hashMachineId(card.salt, machine.id),
    hostName: readHostName(),
    os: host.os,
    system: await readSystemName(host),
    agentVersion,
    issuedAt: now().toISOString(),
  };
  const jws = await key.sign(jwsTypes.enrolment, claim, { jwk: key.publicKey });
  const reply = await callConsole(invitation.console, agentRoutes.enrol, { jws });
  const { consoleId, name: consoleName, salt } = card;
  const { workstation, keys, state, programs } = reply;
  const enrolled = { console: invitation.console, consoleId, consoleName, salt, keys, workstation };
  await secrets.write(file, JSON.stringify(enrolled));
  return { enrolled, state, programs };
}

async function readSystemName(host: Host): Promise<string> {
  const release = await host.read(releaseProbe);
  return (release.outcome === 'ok' && parseRelease(release.text)?.name) || host.os;
}
