import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { Refusal } from '../../http/refuse.ts';
import { perMinute, serve } from '../../http/serve.ts';
import { operatorOf, refuseLimited } from '../../http/who.ts';
import type { Writer } from '../../store/writer.ts';
import { appendAudit } from '../audit/store.ts';
import { Releases } from './releases.ts';

export interface UpdateDeps {
  readonly home: string;
  readonly writer: Writer;
  now(): Date;
}

/** The agent's updates: what IT decides about each version, and the feed that the agents read. */
export function updateRoutes(app: FastifyInstance, { home, writer, now }: UpdateDeps): void {
  const releases = new Releases(home);
  serve(app, consoleRoutes.releases, async () => ({ rows: await releases.list() }));
  serve(app, consoleRoutes.setRelease, async ({ params: { version }, body, request }) => {
    const operator = operatorOf(request);
    refuseLimited(operator);
    if (!(await releases.set(version, body))) throw new Refusal('not-found', { what: 'version' });
    const entry = {
      at: now().toISOString(),
      actor: operator.name,
      action: `release-${body.state}`,
      target: `release:${version}`,
    };
    await writer.change((transaction) => appendAudit(transaction, [{ ...entry, detail: { percent: body.percent } }]));
    return {};
  });
  app.get<{ Params: { file: string } }>(
    '/agent/v1/updates/:file',
    { config: { caller: 'anyone', ...perMinute(600) } },
    async ({ params: { file } }, reply) => {
      const found = await releases.find(file);
      if (!found) throw new Refusal('not-found', { what: 'file' });
      reply.header('cache-control', 'no-store');
      if ('text' in found) return reply.type('text/yaml').send(found.text);
      const { size } = await stat(found.path);
      return reply.type('application/octet-stream').header('content-length', size).send(createReadStream(found.path));
    },
  );
}
