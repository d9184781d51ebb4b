import type { FastifyInstance } from 'fastify';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { Overview } from '../../../../shared/protocol/oversight-views.ts';
import { serve } from '../../http/serve.ts';
import { questionOf, Together } from '../../http/together.ts';
import { operatorOf } from '../../http/who.ts';
import { type OverviewDeps, OverviewService } from './service.ts';

export function overviewRoutes(app: FastifyInstance, deps: OverviewDeps): void {
  const service = new OverviewService(deps);
  const overviews = new Together<Overview>();
  serve(app, consoleRoutes.overview, ({ query, request }) => {
    const operator = operatorOf(request);
    return overviews.ask(questionOf(query, operator), () => service.overview({ ...query, operator }));
  });
  serve(app, consoleRoutes.latencies, ({ query: { of, limit, program }, request }) =>
    service.slowest(of, limit, { program, operator: operatorOf(request) }),
  );
}
