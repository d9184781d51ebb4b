import type { FastifyInstance } from 'fastify';
import { consoleRoutes as routes } from '../../../../shared/protocol/console-routes.ts';
import { Refusal } from '../../http/refuse.ts';
import { serve } from '../../http/serve.ts';
import { isInScope, operatorOf } from '../../http/who.ts';
import type { PlanService } from './service.ts';

export function planRoutes(app: FastifyInstance, { plans }: { plans: PlanService }): void {
  serve(app, routes.startPlan, ({ params, body }) => plans.start(params.id, body));
  serve(app, routes.plan, ({ params, request }) => {
    const job = plans.get(params.id);
    if (!isInScope(operatorOf(request), [job.program])) throw new Refusal('not-found', { what: 'plan' });
    return job;
  });
  serve(app, routes.cancelPlan, ({ params }) => {
    plans.cancel(params.id);
    return {};
  });
}
