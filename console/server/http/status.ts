import type { FastifyInstance, FastifyRequest } from 'fastify';
import { contains } from '../../../shared/network.ts';
import { may } from '../../../shared/protocol/rights.ts';
import { Refusal } from './refuse.ts';
import type { Operator } from './who.ts';

export interface StatusDeps {
  /** Whether the store can be read and was written the last time it was tried. */
  isReady(): Promise<boolean>;
  metrics(): Promise<{ readonly contentType: string; readonly text: string }>;
  /** Who the request's cookie or token belongs to. */
  findOperator(request: FastifyRequest): Promise<Operator | undefined>;
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
    const programs = isLocal(request) ? undefined : await programsToMeasure(request, deps);
    const { contentType, text } = await deps.metrics();
    return reply.type(contentType).send(programs ? onlyOf(text, programs) : text);
  });
}

/** The only programs whose figures are for the caller; undefined: all of them. */
async function programsToMeasure(request: FastifyRequest, { findOperator }: StatusDeps) {
  const operator = await findOperator(request);
  if (!operator) throw new Refusal('not-signed-in');
  if (!may(operator.role, 'measure')) throw new Refusal('not-permitted', { role: operator.role });
  return operator.programs;
}

/** The figures without those of other programs. */
function onlyOf(text: string, programs: readonly string[]): string {
  const isOther = (line: string) => {
    const program = /[{,]program="([^"]*)"/.exec(line)?.[1];
    return program !== undefined && !programs.includes(program);
  };
  return text
    .split('\n')
    .filter((line) => !isOther(line))
    .join('\n');
}

/** From this machine itself, and not through a proxy on it. */
function isLocal({ raw }: FastifyRequest): boolean {
  const address = raw.socket.remoteAddress ?? '';
  const isForwarded = raw.headers['x-forwarded-for'] !== undefined || raw.headers['forwarded'] !== undefined;
  return !isForwarded && (contains('127.0.0.0/8', address) || contains('::1', address));
}
