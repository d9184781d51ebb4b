import type { FastifyInstance, FastifyRequest } from 'fastify';
import { caseRoutes as routes } from '../../../../shared/protocol/case-routes.ts';
import { Refusal } from '../../http/refuse.ts';
import { perMinute, serve } from '../../http/serve.ts';
import { operatorOf } from '../../http/who.ts';
import type { Db } from '../../store/engine.ts';
import type { MessageService } from '../messages/service.ts';
import { listMessages } from '../messages/store.ts';
import type { Roster, Workstation } from '../workstations/roster.ts';
import { caseView } from './book.ts';
import type { BulkService } from './bulk.ts';
import type { ExcuseDesk } from './excuses.ts';
import type { CaseService } from './service.ts';
import { listClosedCases } from './store.ts';
import { type TriageSources, triage, triageRows } from './triage.ts';

export interface CaseRouteDeps {
  readonly db: Db;
  readonly roster: Roster;
  readonly cases: CaseService;
  readonly messages: MessageService;
  readonly excuses: ExcuseDesk;
  readonly bulk: BulkService;
  readonly triage: TriageSources;
  now(): Date;
}

/** What helpdesk does all day. */
export function caseRoutes(app: FastifyInstance, deps: CaseRouteDeps): void {
  const { roster, excuses, bulk, now } = deps;
  const find = (id: string) => findWorkstation(roster, id);
  const actor = (request: FastifyRequest) => operatorOf(request).name;
  const asker = (request: FastifyRequest) => ({ operator: operatorOf(request), now: now() });
  serve(app, routes.triage, ({ query, request }) => triage(query, asker(request), deps.triage));
  serve(app, routes.triageRows, ({ query, request }) => triageRows(query, asker(request), deps.triage));
  serve(app, routes.excuse, async ({ params, body, request }) => ({
    id: await excuses.grant(find(params.id), body, operatorOf(request)),
  }));
  serve(app, routes.approveExcuse, async ({ params, body, request }) => ({
    id: await excuses.approve(find(params.id), params.request, body, actor(request)),
  }));
  serve(app, routes.refuseExcuse, async ({ params, body, request }) => {
    await excuses.refuse(find(params.id), params.request, body.reason, actor(request));
    return {};
  });
  const few = perMinute(60);
  serve(app, routes.bulk, ({ body, request }) => bulk.run(body.target, body.act, operatorOf(request)), few);
  serve(app, routes.bulkDecree, ({ body, request }) => bulk.run(body.target, body.act, operatorOf(request)), few);
  serve(app, routes.undoBulk, async ({ params, request }) => ({
    undone: await bulk.undo(params.undo, operatorOf(request)),
  }));
  deskRoutes(app, deps);
}

function deskRoutes(app: FastifyInstance, { db, roster, cases, messages }: CaseRouteDeps): void {
  const find = (id: string) => findWorkstation(roster, id);
  serve(app, routes.cases, async ({ params }) => {
    const { id } = find(params.id);
    return { rows: [...cases.book.of(id).map(caseView), ...(await listClosedCases(db, id))] };
  });
  serve(app, routes.messages, async ({ params }) => ({ rows: await listMessages(db, find(params.id).id) }));
  serve(app, routes.sendMessage, ({ params, body, request }) =>
    messages.send(find(params.id).id, body.text, operatorOf(request).name),
  );
  serve(app, routes.note, async ({ params, body, request }) => {
    await cases.note(find(params.id).id, body.text, operatorOf(request).name);
    return {};
  });
  serve(app, routes.assign, async ({ params, body, request }) => ({
    before: await cases.assign(find(params.id).id, body.assignee, operatorOf(request).name),
  }));
  serve(app, routes.closeCase, async ({ params, body, request }) => {
    await cases.closeByHand(find(params.id).id, params.case, { note: body.note, actor: operatorOf(request).name });
    return {};
  });
}

function findWorkstation(roster: Roster, id: string): Workstation {
  const workstation = roster.find(id);
  if (!workstation) throw new Refusal('not-found', { what: 'workstation' });
  return workstation;
}
