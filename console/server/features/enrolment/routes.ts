import type { FastifyInstance } from 'fastify';
import { agentRoutes } from '../../../../shared/protocol/agent-routes.ts';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { perMinute, serve } from '../../http/serve.ts';
import { isInScope, type Operator, operatorOf } from '../../http/who.ts';
import type { Identity } from '../../identity/keys.ts';
import type { Db } from '../../store/engine.ts';
import type { Roster } from '../workstations/roster.ts';
import { type CodeDeps, createCode, revokeCode } from './codes.ts';
import type { EnrolmentService } from './service.ts';
import { listCodes } from './store.ts';

/** More than a person looks through; the list of workstations has them all. */
const mostInQueue = 500;

function fits(program: string, wanted: string | undefined, operator: Operator): boolean {
  return (wanted === undefined || wanted === program) && isInScope(operator, [program]);
}

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
    return { rows: rows.filter(({ program }) => fits(program, query.program, operatorOf(request))) };
  });
  serve(app, consoleRoutes.revokeCode, async ({ params, request }) => {
    await revokeCode(deps, params.id, operatorOf(request));
    return {};
  });
  serve(app, consoleRoutes.enrolmentQueue, ({ query, request }) => {
    const operator = operatorOf(request);
    const waiting = [...deps.roster.all()].filter(
      ({ enrolment: state, programs }) =>
        state !== 'active' && programs.some((program) => fits(program, query.program, operator)),
    );
    const order = (state: string) => ['awaiting-approval', 'quarantined', 'revoked'].indexOf(state);
    return {
      rows: waiting.sort((left, right) => order(left.enrolment) - order(right.enrolment)).slice(0, mostInQueue),
    };
  });
  serve(app, consoleRoutes.createCode, ({ body, request }) => createCode(deps, body, operatorOf(request).name));
}
