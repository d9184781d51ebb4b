import type { ErrorCode } from '../../../shared/protocol/errors.ts';
import { errors } from '../../../shared/protocol/errors.ts';
import type { Down } from '../../../shared/protocol/link.ts';
import { Challenge, jwsTypes, type Proof } from '../../../shared/protocol/report.ts';
import { protocolVersion } from '../../../shared/protocol/version.ts';
import { readHostName } from '../host/os.ts';
import { type DeviceKey, verifySigned } from '../identity/device-key.ts';
import type { Enrolled } from '../identity/enrolment.ts';
import { hashMachineId, type Machine } from '../identity/machine.ts';
import { agentVersion } from '../version.ts';
import type { Transport } from './transport.ts';

/** Who this workstation is, and whom it believes. */
export interface Identity {
  readonly enrolled: Enrolled;
  readonly key: DeviceKey;
  readonly machine: Machine;
}

export type Welcome = Extract<Down, { type: 'welcome' }>;

/** The console refused the link or a message of it. */
export class LinkRefused extends Error {
  override name = 'LinkRefused';
  readonly code: ErrorCode;

  constructor(code: ErrorCode) {
    super(errors[code].say);
    this.code = code;
  }
}

/** Milliseconds for the whole handshake. */
const patience = 15_000;

/**
 * Opens the conversation. The console proves itself first, by signing the agent's own random number with a key pinned
 * at enrolment, so that nothing is ever said to a stranger; then the device key signs the console's number.
 */
export async function shakeHands(
  transport: Transport,
  { enrolled, key, machine }: Identity,
  nonce: string,
): Promise<{ nonce: string; time: string; welcome: Welcome }> {
  const timer = setTimeout(() => transport.close('the console did not finish the handshake'), patience);
  try {
    const { workstation, keys, salt } = enrolled;
    transport.send({ type: 'hello', workstation, nonce, protocol: protocolVersion });
    const { jws } = await expectMessage(transport, 'challenge');
    const challenge = await verifySigned(jws, { type: jwsTypes.challenge, keys, payload: Challenge });
    if (challenge?.agentNonce !== nonce) {
      throw new Error('whoever answers is not the console that this PC was enrolled with; nothing was sent to it');
    }
    const proof: Proof = {
      workstation,
      nonce: challenge.nonce,
      machineId: hashMachineId(salt, machine.id),
      bootId: machine.bootId,
      hostName: readHostName(),
      agentVersion,
    };
    transport.send({ type: 'proof', jws: await key.sign(jwsTypes.proof, proof, { kid: workstation }) });
    return { nonce: challenge.nonce, time: challenge.time, welcome: await expectMessage(transport, 'welcome') };
  } finally {
    clearTimeout(timer);
  }
}

async function expectMessage<Type extends Down['type']>(
  transport: Transport,
  type: Type,
): Promise<Extract<Down, { type: Type }>> {
  const message = await transport.messages.next();
  if (message.type === 'refused') throw new LinkRefused(message.code);
  if (message.type !== type) throw new Error(`the console said "${message.type}" where "${type}" was due`);
  return message as Extract<Down, { type: Type }>;
}
