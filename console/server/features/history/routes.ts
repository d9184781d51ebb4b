import type { FastifyInstance } from 'fastify';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { Refusal } from '../../http/refuse.ts';
import { serve } from '../../http/serve.ts';
import type { Db } from '../../store/engine.ts';
import type { Roster } from '../workstations/roster.ts';
import { listReports } from './store.ts';

export function historyRoutes(app: FastifyInstance, { db, roster }: { db: Db; roster: Roster }): void {
  serve(app, consoleRoutes.reports, async ({ params, query }) => {
    const workstation = roster.find(params.id);
    if (!workstation) throw new Refusal('not-found', { what: 'workstation' });
    const rows = await listReports(db, params.id, { ...query, limit: query.limit + 1 });
    const { publicKey } = workstation;
    return { publicKey, rows: rows.slice(0, query.limit), more: rows.length > query.limit };
  });
}
