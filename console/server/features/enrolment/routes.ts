import type { FastifyInstance } from 'fastify';
import { agentRoutes } from '../../../../shared/protocol/agent-routes.ts';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { perMinute, serve } from '../../http/serve.ts';
import { operatorOf } from '../../http/who.ts';
import type { Identity } from '../../identity/keys.ts';
import { type CodeDeps, createCode } from './codes.ts';
import type { EnrolmentService } from './service.ts';

export interface EnrolmentRouteDeps extends CodeDeps {
  readonly identity: Identity;
  readonly enrolment: EnrolmentService;
}

export function enrolmentRoutes(app: FastifyInstance, deps: EnrolmentRouteDeps): void {
  const { identity, enrolment, directory } = deps;
  serve(app, agentRoutes.consoleCard, () => ({
    consoleId: identity.consoleId,
    name: 'Shiftgate',
    salt: identity.salt,
    keys: identity.publicKeys,
    time: deps.now().toISOString(),
  }));
  serve(
    app,
    agentRoutes.enrol,
    async ({ body }) => {
      const workstation = await enrolment.enrol(body.jws);
      const programs = workstation.programs.flatMap((id) => directory.find(id) ?? []);
      return {
        workstation: workstation.id,
        state: workstation.enrolment,
        keys: identity.publicKeys,
        programs: programs.map(({ id, name }) => ({ id, name })),
      };
    },
    // A code has 59 bits; this many tries a minute find none.
    perMinute(30),
  );
  serve(app, consoleRoutes.createCode, ({ body, request }) => createCode(deps, body, operatorOf(request).name));
}
