import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { CheckId } from '../../../../shared/checks/index.ts';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { BreakerEvent } from '../../../../shared/protocol/policy-views.ts';
import type { AuditEntry } from '../../../../shared/protocol/views.ts';
import { Refusal } from '../../http/refuse.ts';
import { serve } from '../../http/serve.ts';
import { operatorOf } from '../../http/who.ts';
import type { Db } from '../../store/engine.ts';
import type { Writer } from '../../store/writer.ts';
import type { AccessService } from '../access/service.ts';
import { appendAudit, listAudit } from '../audit/store.ts';
import type { Notices } from '../events/notices.ts';
import type { Roster, Workstation } from '../workstations/roster.ts';
import type { Breaker } from './breaker.ts';

export interface BreakerRouteDeps {
  readonly db: Db;
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
  serve(app, consoleRoutes.tryBreaker, ({ params: { id }, body: { check, workstations } }) => {
    const rehearsal = deps.breaker.rehearse(id, check, workstations, deps.now());
    if (!rehearsal) throw new Refusal('not-found', { what: 'program' });
    return rehearsal;
  });
  serve(app, consoleRoutes.breakerEvents, async ({ params: { id }, query }) => {
    const rows = await listAudit(deps.db, {
      ...query,
      target: `program:${id}`,
      action: 'breaker',
      limit: query.limit + 1,
    });
    return { rows: rows.slice(0, query.limit).map(toBreakerEvent), more: rows.length > query.limit };
  });
}

const Detail = z.object({ check: z.string(), locked: z.number().optional(), reason: z.string().optional() });

function toBreakerEvent({ id, at, action, actor, detail }: AuditEntry): BreakerEvent {
  const kind = action === 'breaker-tripped' ? 'tripped' : 'resumed';
  return { id, at, kind, by: actor, ...Detail.parse(detail) };
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
  const subjects = [...roster.ofProgram(program)];
  breaker.resume(
    program,
    check,
    subjects.filter((subject) => isHeldBack(subject, program, check)).map(({ id }) => id),
  );
  notices.program(program);
  await access.review(subjects);
}

function isHeldBack({ decided }: Workstation, program: string, check: CheckId): boolean {
  const { reasons = [] } = decided.get(program)?.entry.decision ?? {};
  return reasons.some(({ cause, effect }) => cause === check && effect === 'suspended');
}

/** Suspensions that a restart must not lift. */
export async function restoreSuspensions(db: Db, breaker: Breaker): Promise<void> {
  for (const { program, check_id, since, locked } of await db.selectFrom('suspensions').selectAll().execute()) {
    const check = CheckId.safeParse(check_id);
    if (check.success) breaker.restore(program, { check: check.data, since, locked });
  }
}
