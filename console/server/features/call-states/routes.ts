import type { FastifyInstance } from 'fastify';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { serve } from '../../http/serve.ts';
import { isInScope, operatorOf } from '../../http/who.ts';
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
  serve(app, consoleRoutes.callState, async ({ body: { person, state }, request }) => {
    const workstations = roster.ofPerson(person);
    const operator = operatorOf(request);
    const owners = [...workstations].flatMap(({ programs }) => programs);
    // To whoever is limited to other programs, the person does not exist.
    if (operator.programs && !isInScope(operator, owners)) return { workstations: 0 };
    calls.hear(person, state, now());
    await access.review(workstations);
    return { workstations: workstations.size };
  });
}
