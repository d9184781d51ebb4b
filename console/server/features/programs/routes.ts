import type { FastifyInstance } from 'fastify';
import { consoleRoutes as routes } from '../../../../shared/protocol/console-routes.ts';
import type { ProgramView } from '../../../../shared/protocol/views.ts';
import type { AccessReader } from '../../access/board.ts';
import { serve } from '../../http/serve.ts';
import { isInScope, operatorOf } from '../../http/who.ts';
import type { Breaker } from '../breaker/breaker.ts';
import type { RolloutGuard } from '../policies/rollout-guard.ts';
import type { Directory } from './directory.ts';
import type { ProgramService } from './service.ts';

export interface ProgramRouteDeps {
  readonly programs: ProgramService;
  readonly directory: Directory;
  readonly breaker: Breaker;
  readonly board: AccessReader;
  readonly guard: RolloutGuard;
}

export function programRoutes(app: FastifyInstance, deps: ProgramRouteDeps): void {
  const { programs } = deps;
  serve(app, routes.programs, ({ request }) => ({
    rows: listPrograms(deps).filter(({ id }) => isInScope(operatorOf(request), [id])),
  }));
  serve(app, routes.putProgram, async ({ params, body, request }) => {
    await programs.put(params.id, body, operatorOf(request).name);
    return {};
  });
}

function listPrograms({ directory, breaker, board, guard }: ProgramRouteDeps): ProgramView[] {
  return directory.all().map((program) => {
    const { id, name, origins, published, rollout } = program;
    return {
      id,
      name,
      origins,
      policyName: published.policy.name,
      policyVersion: published.version,
      policyPublishedAt: published.at,
      counts: board.counts(id),
      suspended: breaker.suspendedIn(id),
      rollout: rollout && { ...rollout, ...guard.countsOf(program) },
    };
  });
}
