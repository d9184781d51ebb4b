import type { FastifyInstance } from 'fastify';
import { agentRoutes } from '../../../../shared/protocol/agent-routes.ts';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { perMinute, serve } from '../../http/serve.ts';
import { operatorOf, scopeOf } from '../../http/who.ts';
import type { Identity } from '../../identity/keys.ts';
import type { Db } from '../../store/engine.ts';
import type { Roster } from '../workstations/roster.ts';
import { type CodeDeps, createCode, revokeCode } from './codes.ts';
import { listQueue } from './queue.ts';
import type { EnrolmentService } from './service.ts';
import { listCodes } from './store.ts';

export interface EnrolmentRouteDeps extends CodeDeps {
  readonly db: Db;
  readonly roster: Roster;
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
  serve(app, consoleRoutes.codes, async ({ query, request }) => {
    const rows = await listCodes(deps.db, deps.now().toISOString());
    return {
      rows: rows.filter(({ program }) => scopeOf(operatorOf(request), query.program)?.includes(program) ?? true),
    };
  });
  serve(app, consoleRoutes.revokeCode, async ({ params, request }) => {
    await revokeCode(deps, params.id, operatorOf(request));
    return {};
  });
  serve(app, consoleRoutes.enrolmentQueue, async ({ query, request }) => ({
    rows: await listQueue(deps, query.program, operatorOf(request)),
  }));
  serve(app, consoleRoutes.createCode, ({ body, request }) => createCode(deps, body, operatorOf(request).name));
}
