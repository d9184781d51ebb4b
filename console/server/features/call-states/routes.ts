import type { FastifyInstance } from 'fastify';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { serve } from '../../http/serve.ts';
import type { AccessService } from '../access/service.ts';
import type { Roster } from '../workstations/roster.ts';
import type { CallStates } from './call-states.ts';

export interface CallStateDeps {
  readonly calls: CallStates;
  readonly roster: Roster;
  readonly access: AccessService;
  now(): Date;
}

export function callStateRoutes(app: FastifyInstance, { calls, roster, access, now }: CallStateDeps): void {
  serve(app, consoleRoutes.callState, async ({ body: { person, state } }) => {
    calls.hear(person, state, now());
    const workstations = roster.ofPerson(person);
    await access.review(workstations);
    return { workstations: workstations.size };
  });
}
