import type { FastifyInstance } from 'fastify';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { serve } from '../../http/serve.ts';
import type { Db } from '../../store/engine.ts';
import { listAudit, verifyAudit } from './store.ts';

export function auditRoutes(app: FastifyInstance, db: Db): void {
  serve(app, consoleRoutes.audit, async ({ query }) => {
    const rows = await listAudit(db, { ...query, limit: query.limit + 1 });
    return { rows: rows.slice(0, query.limit), more: rows.length > query.limit };
  });
  serve(app, consoleRoutes.verifyAudit, () => verifyAudit(db));
}
