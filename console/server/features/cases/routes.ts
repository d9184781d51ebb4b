import type { FastifyInstance, FastifyRequest } from 'fastify';
import { caseRoutes as routes } from '../../../../shared/protocol/case-routes.ts';
import type { TriageView } from '../../../../shared/protocol/case-views.ts';
import type { AccessReader } from '../../access/board.ts';
import { Refusal } from '../../http/refuse.ts';
import { perMinute, serve } from '../../http/serve.ts';
import { questionOf, Together } from '../../http/together.ts';
import { operatorOf } from '../../http/who.ts';
import type { Db } from '../../store/engine.ts';
import type { MessageService } from '../messages/service.ts';
import { listMessages } from '../messages/store.ts';
import type { OperatorService } from '../operators/service.ts';
import type { Roster, Workstation } from '../workstations/roster.ts';
import { caseView } from './book.ts';
import type { BulkService } from './bulk.ts';
import type { ExcuseDesk } from './excuses.ts';
import { casesWithin } from './scope.ts';
import type { CaseService } from './service.ts';
import { listClosedCases } from './store.ts';
import { type TriageSources, triage, triageRows } from './triage.ts';

export interface CaseRouteDeps {
  readonly db: Db;
  readonly board: AccessReader;
  readonly roster: Roster;
  readonly operators: OperatorService;
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
  const triages = new Together<TriageView>();
  serve(app, routes.triage, ({ query, request }) => {
    const operator = operatorOf(request);
    const question = questionOf(query, operator, query.assignee === 'me' && operator.name);
    return triages.ask(question, () => triage(query, asker(request), deps.triage));
  });
  serve(app, routes.triageRows, ({ query, request }) => triageRows(query, asker(request), deps.triage));
  serve(app, routes.assignees, async ({ request }) => ({
    rows: await deps.operators.listHelpers(operatorOf(request)),
  }));
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

function deskRoutes(app: FastifyInstance, { db, board, roster, cases, messages }: CaseRouteDeps): void {
  const find = (id: string) => findWorkstation(roster, id);
  serve(app, routes.cases, async ({ params, request }) => {
    const { id } = find(params.id);
    const open = casesWithin(operatorOf(request).programs, cases.book.of(id), board.of(id));
    return { rows: [...open.map(caseView), ...(await listClosedCases(db, id))] };
  });
  serve(app, routes.messages, async ({ params, request }) => ({
    rows: await listMessages(db, find(params.id).id, operatorOf(request).programs),
  }));
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
  serve(app, routes.reopenCase, async ({ params, request }) => {
    await cases.reopen(find(params.id).id, params.case, operatorOf(request).name);
    return {};
  });
}

function findWorkstation(roster: Roster, id: string): Workstation {
  const workstation = roster.find(id);
  if (!workstation) throw new Refusal('not-found', { what: 'workstation' });
  return workstation;
}
