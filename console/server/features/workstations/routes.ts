import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { CheckId } from '../../../../shared/checks/index.ts';
import { consoleRoutes as routes, timelineExportPath } from '../../../../shared/protocol/console-routes.ts';
import { ListWanted, listExportPath, type WorkstationList } from '../../../../shared/protocol/workstation-list.ts';
import { parseValue } from '../../http/parse.ts';
import { Refusal } from '../../http/refuse.ts';
import { perMinute, serve } from '../../http/serve.ts';
import { questionOf, Together } from '../../http/together.ts';
import { operatorOf } from '../../http/who.ts';
import type { Db } from '../../store/engine.ts';
import type { Journal } from '../access/journal.ts';
import { eventRow } from '../access/record.ts';
import type { EnrolmentService } from '../enrolment/service.ts';
import type { ExceptionService } from './exceptions.ts';
import { countFacets, type ListSources, listWorkstations } from './list.ts';
import { listToCsv } from './list-export.ts';
import type { Roster, Workstation } from './roster.ts';
import { detailFor } from './scope.ts';
import { readTimeline } from './timeline.ts';
import { exportTimeline } from './timeline-export.ts';
import { workstationDetail } from './views.ts';

export interface WorkstationRouteDeps {
  readonly db: Db;
  readonly roster: Roster;
  readonly views: ListSources;
  readonly exceptions: ExceptionService;
  readonly enrolment: EnrolmentService;
  readonly journal: Journal;
  /** Has an agent read its facts again; false when it is not connected. */
  recheck(workstation: string, checks?: CheckId[]): boolean;
  /** Ends what a revoked workstation has open. */
  cutOff(workstation: string): Promise<void>;
  now(): Date;
}

export function workstationRoutes(app: FastifyInstance, deps: WorkstationRouteDeps): void {
  const { db, roster, views, now } = deps;
  listRoutes(app, deps);
  serve(app, routes.workstation, ({ params, request }) =>
    detailFor(operatorOf(request), workstationDetail(find(roster, params.id), views, now())),
  );
  serve(app, routes.timeline, ({ params, query, request }) =>
    readTimeline(db, find(roster, params.id).id, { ...query, programs: operatorOf(request).programs }),
  );
  app.get(
    timelineExportPath(':id'),
    { config: { caller: 'operator', needs: 'see', ...perMinute(20) } },
    (request, reply) => {
      const workstation = find(roster, (request.params as { id: string }).id);
      const day = now().toISOString().slice(0, 10);
      return reply
        .type('application/jsonl; charset=utf-8')
        .header('content-disposition', `attachment; filename="history-${workstation.id}-${day}-without-secrets.jsonl"`)
        .send(Readable.from(exportTimeline(db, workstation, { now: now(), programs: operatorOf(request).programs })));
    },
  );
  exceptionRoutes(app, deps);
  serve(app, routes.recheck, ({ params, body, request }) => {
    const { id } = find(roster, params.id);
    const sent = deps.recheck(id, body.checks);
    const by = operatorOf(request).name;
    if (sent)
      deps.journal.note({ history: [eventRow({ at: now().toISOString(), workstation: id, kind: 'recheck', by })] });
    return { sent };
  });
  serve(app, routes.setEnrolment, async ({ params, body: { state, reason }, request }) => {
    const workstation = find(roster, params.id);
    await deps.enrolment.setState(workstation, state, { actor: operatorOf(request).name, reason });
    if (state === 'revoked') await deps.cutOff(workstation.id);
    return {};
  });
}

/** Slices of one facet that a person may choose from. */
const mostSlices = 200;

function listRoutes(app: FastifyInstance, { views: sources, now }: WorkstationRouteDeps): void {
  const asker = (request: FastifyRequest) => ({ operator: operatorOf(request), now: now() });
  const lists = new Together<WorkstationList>();
  serve(app, routes.workstations, ({ query, request }) =>
    lists.ask(questionOf(query, operatorOf(request)), () => listWorkstations(query, asker(request), sources)),
  );
  const counts = new Together<Awaited<ReturnType<typeof countFacets>>>();
  serve(app, routes.facets, ({ query, request }) =>
    counts.ask(questionOf(query, operatorOf(request)), () =>
      countFacets(query, asker(request), { ...sources, most: mostSlices }),
    ),
  );
  app.get(listExportPath, { config: { caller: 'operator', ...perMinute(20) } }, (request, reply) => {
    const query = parseValue(request.query, ListWanted);
    const name = `shiftgate-workstations-${now().toISOString().slice(0, 10)}.csv`;
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(Readable.from(listToCsv(query, asker(request), sources)));
  });
}

function exceptionRoutes(app: FastifyInstance, { roster, exceptions }: WorkstationRouteDeps): void {
  serve(app, routes.lock, async ({ params, body, request }) => {
    await exceptions.lock(find(roster, params.id), body, operatorOf(request).name);
    return {};
  });
  serve(app, routes.unlock, async ({ params, body, request }) => {
    await exceptions.unlock(find(roster, params.id), body.program, operatorOf(request).name);
    return {};
  });
  serve(app, routes.endExcuse, async ({ params, request }) => {
    await exceptions.endExcuse(params.id, operatorOf(request).name);
    return {};
  });
}

function find(roster: Roster, id: string): Workstation {
  const workstation = roster.find(id);
  if (!workstation) throw new Refusal('not-found', { what: 'workstation' });
  return workstation;
}
