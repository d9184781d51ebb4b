import { agentRoutes } from '../../../shared/protocol/agent-routes.ts';
import { jwsTypes } from '../../../shared/protocol/report.ts';
import { callConsole } from './console-client.ts';
import type { Identity } from './handshake.ts';

/**
 * A one-time link that opens a program's CRM, bound to this PC. Without a program the console takes the only one.
 * Throws ConsoleRefusal or ConsoleUnreachable.
 */
export async function askForTicket({ enrolled, key }: Identity, program: string | undefined): Promise<string> {
  const { workstation, console } = enrolled;
  const { nonce } = await callConsole(console, agentRoutes.nonce, undefined);
  const request = { workstation, nonce, action: 'ticket', ...(program && { program }) };
  const jws = await key.sign(jwsTypes.request, request, { kid: workstation });
  return (await callConsole(console, agentRoutes.ticket, { jws })).url;
}
