import type { FastifyInstance } from 'fastify';
import { agentRoutes } from '../../../../shared/protocol/agent-routes.ts';
import { jwsTypes, SignedRequest, WorkstationId } from '../../../../shared/protocol/report.ts';
import type { Gate } from '../../gate/index.ts';
import { Refusal } from '../../http/refuse.ts';
import { perMinute, serve } from '../../http/serve.ts';
import { findClaims, readSigned } from '../../identity/jws.ts';
import type { Roster, Workstation } from '../workstations/roster.ts';
import { RequestNonces } from './request-nonces.ts';

export interface TicketDeps {
  readonly roster: Roster;
  readonly tickets: Gate['tickets'];
  now(): Date;
}

/** Many people may work behind one address. */
const askLimit = perMinute(600);

/** Requests that an agent signs one by one, outside the link. */
export function ticketRoutes(app: FastifyInstance, { roster, tickets, now }: TicketDeps): void {
  const nonces = new RequestNonces(now);
  serve(app, agentRoutes.nonce, () => ({ nonce: nonces.issue() }), askLimit);
  serve(
    app,
    agentRoutes.ticket,
    async ({ body }) => {
      const { workstation, program } = await readRequest(body.jws, roster, nonces);
      const wanted = program ?? workstation.programs[0] ?? '';
      if (!workstation.programs.includes(wanted)) throw new Refusal('not-your-program');
      return tickets.issue(workstation.id, wanted);
    },
    askLimit,
  );
}

async function readRequest(jws: string, roster: Roster, nonces: RequestNonces) {
  const workstation = findSigner(jws, roster);
  const request = await readSigned(jws, roster.keyOf(workstation), jwsTypes.request, SignedRequest);
  if (!nonces.spend(request.nonce)) throw new Refusal('stale-nonce');
  return { workstation, program: request.program };
}

/** Whom the request claims to be from; the signature shows whether that is true. */
function findSigner(jws: string, roster: Roster): Workstation {
  const claims = findClaims(jws) as { workstation?: unknown } | undefined;
  const id = WorkstationId.safeParse(claims?.workstation);
  const workstation = id.success ? roster.find(id.data) : undefined;
  if (!workstation) throw new Refusal('unknown-workstation');
  if (workstation.enrolment === 'revoked') throw new Refusal('revoked-workstation');
  return workstation;
}
