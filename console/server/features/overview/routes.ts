import type { FastifyInstance } from 'fastify';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { serve } from '../../http/serve.ts';
import { operatorOf } from '../../http/who.ts';
import { type OverviewDeps, OverviewService } from './service.ts';

export function overviewRoutes(app: FastifyInstance, deps: OverviewDeps): void {
  const service = new OverviewService(deps);
  serve(app, consoleRoutes.overview, ({ query, request }) =>
    service.overview({ ...query, operator: operatorOf(request) }),
  );
  serve(app, consoleRoutes.latencies, ({ query: { of, limit, program }, request }) =>
    service.slowest(of, limit, { program, operator: operatorOf(request) }),
  );
}
