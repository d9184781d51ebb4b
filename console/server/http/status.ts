import type { FastifyInstance, FastifyRequest } from 'fastify';
import { contains } from '../../../shared/network.ts';
import { Refusal } from './refuse.ts';

export interface StatusDeps {
  /** Whether the store can be read and was written the last time it was tried. */
  isReady(): Promise<boolean>;
  metrics(): Promise<{ readonly contentType: string; readonly text: string }>;
  /** Whether the request carries a token of ours. */
  hasToken(request: FastifyRequest): Promise<boolean>;
}

const anyone = { config: { caller: 'anyone' } } as const;

/** What supervisors and monitoring ask: alive, ready to decide and to remember, and how much. */
export function statusRoutes(app: FastifyInstance, deps: StatusDeps): void {
  app.get('/healthz', anyone, () => ({ ok: true }));
  app.get('/readyz', anyone, async (_request, reply) => {
    const ok = await deps.isReady();
    return reply.code(ok ? 200 : 503).send({ ok });
  });
  app.get('/metrics', anyone, async (request, reply) => {
    if (!isLocal(request) && !(await deps.hasToken(request))) throw new Refusal('not-signed-in');
    const { contentType, text } = await deps.metrics();
    return reply.type(contentType).send(text);
  });
}

/** From this machine itself, and not through a proxy on it. */
function isLocal({ raw }: FastifyRequest): boolean {
  const address = raw.socket.remoteAddress ?? '';
  const isForwarded = raw.headers['x-forwarded-for'] !== undefined || raw.headers['forwarded'] !== undefined;
  return !isForwarded && (contains('127.0.0.0/8', address) || contains('::1', address));
}
