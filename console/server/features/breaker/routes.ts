import type { FastifyInstance } from 'fastify';
import { CheckId } from '../../../../shared/checks/index.ts';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { Refusal } from '../../http/refuse.ts';
import { serve } from '../../http/serve.ts';
import { operatorOf } from '../../http/who.ts';
import type { Db } from '../../store/engine.ts';
import type { Writer } from '../../store/writer.ts';
import type { AccessService } from '../access/service.ts';
import { appendAudit } from '../audit/store.ts';
import type { Notices } from '../events/notices.ts';
import type { Roster } from '../workstations/roster.ts';
import type { Breaker } from './breaker.ts';

export interface BreakerRouteDeps {
  readonly writer: Writer;
  readonly breaker: Breaker;
  readonly roster: Roster;
  readonly access: AccessService;
  readonly notices: Notices;
  now(): Date;
}

export function breakerRoutes(app: FastifyInstance, deps: BreakerRouteDeps): void {
  serve(app, consoleRoutes.resumeLocks, async ({ params: { id }, body, request }) => {
    await resume(deps, { program: id, ...body, actor: operatorOf(request).name });
    return {};
  });
}

interface Resumption {
  readonly program: string;
  readonly check: CheckId;
  readonly reason: string;
  readonly actor: string;
}

async function resume(deps: BreakerRouteDeps, { program, check, reason, actor }: Resumption): Promise<void> {
  const { writer, breaker, roster, access, notices, now } = deps;
  if (!breaker.suspendedIn(program).some((one) => one.check === check)) {
    throw new Refusal('already-done', { what: `${check} may lock` });
  }
  await writer.change(async (transaction) => {
    await transaction.deleteFrom('suspensions').where('program', '=', program).where('check_id', '=', check).execute();
    const at = now().toISOString();
    const detail = { check, reason };
    await appendAudit(transaction, [{ at, actor, action: 'breaker-resumed', target: `program:${program}`, detail }]);
  });
  breaker.resume(program, check);
  notices.program(program);
  await access.review(roster.ofProgram(program));
}

/** Suspensions that a restart must not lift. */
export async function restoreSuspensions(db: Db, breaker: Breaker): Promise<void> {
  for (const { program, check_id, since, locked } of await db.selectFrom('suspensions').selectAll().execute()) {
    const check = CheckId.safeParse(check_id);
    if (check.success) breaker.restore(program, { check: check.data, since, locked });
  }
}
