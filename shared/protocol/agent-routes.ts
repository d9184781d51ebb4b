import { z } from 'zod';
import { Enrolment as EnrolmentState } from '../access/decide.ts';
import { Instant } from '../time.ts';
import { Exchange, ExchangeReply } from './link.ts';
import { Nonce, PublicKey, WorkstationId } from './report.ts';
import type { Route } from './route.ts';

/** Path of the WebSocket; its messages are in `link.ts`. */
export const linkPath = '/agent/v1/link';

/** What an agent may ask over HTTPS. */
export const agentRoutes = {
  consoleCard: {
    method: 'GET',
    path: '/agent/v1/console',
    caller: 'anyone',
    summary: 'Who this console is: read before enrolling',
    reply: z.object({
      consoleId: z.string(),
      name: z.string(),
      salt: z.string(),
      keys: z.array(PublicKey),
      time: Instant,
    }),
  },
  enrol: {
    method: 'POST',
    path: '/agent/v1/enrol',
    caller: 'workstation',
    summary: 'Enrol a device key with a code; the JWS carries the key it is signed with',
    body: z.object({ jws: z.string() }),
    reply: z.object({
      workstation: WorkstationId,
      state: EnrolmentState,
      keys: z.array(PublicKey),
      programs: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  },
  exchange: {
    method: 'POST',
    path: '/agent/v1/exchange',
    caller: 'workstation',
    summary: 'The link over plain HTTPS, for networks that block WebSockets',
    body: Exchange,
    reply: ExchangeReply,
  },
  nonce: {
    method: 'POST',
    path: '/agent/v1/nonce',
    caller: 'anyone',
    summary: 'A challenge for one signed request, good for a minute',
    reply: z.object({ nonce: Nonce }),
  },
  ticket: {
    method: 'POST',
    path: '/agent/v1/tickets',
    caller: 'workstation',
    summary: 'A one-time link that opens the CRM in a browser bound to this workstation',
    body: z.object({ jws: z.string() }),
    reply: z.object({ url: z.url(), expiresAt: Instant }),
  },
} as const satisfies Record<string, Route>;
