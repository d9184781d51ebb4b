import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type FeedView, peopleRoutes as routes } from '../../../../shared/protocol/people-routes.ts';
import { may } from '../../../../shared/protocol/rights.ts';
import { perMinute, serve } from '../../http/serve.ts';
import { isInScope, operatorOf, refuseLimited } from '../../http/who.ts';
import type { FeedService } from '../shifts/feeds.ts';
import type { ShiftService } from '../shifts/service.ts';
import type { PeopleService } from './service.ts';

export interface PeopleRouteDeps {
  readonly staff: PeopleService;
  readonly shifts: ShiftService;
  readonly feeds: FeedService;
}

/** People, shifts and the calendars they come from. */
export function peopleRoutes(app: FastifyInstance, { staff, shifts, feeds }: PeopleRouteDeps): void {
  serve(app, routes.people, ({ query, request }) => staff.list(query, operatorOf(request)));
  serve(app, routes.importPeople, ({ body, request }) => staff.import(body.csv, body.preview, everywhere(request)));
  serve(app, routes.removePerson, async ({ params, request }) => {
    await staff.remove(params.id, everywhere(request));
    return {};
  });
  serve(app, routes.importShifts, ({ body, request }) => shifts.import(body.csv, body.preview, operatorOf(request)));
  serve(app, routes.putShifts, ({ params, body, request }) =>
    shifts.put(params.id, body, { preview: body.preview, actor: operatorOf(request).name }),
  );
  serve(app, routes.feeds, async ({ request }) => {
    const operator = operatorOf(request);
    const rows = (await feeds.list()).filter(({ program }) => isInScope(operator, [program]));
    return { rows: may(operator.role, 'author') ? rows : rows.map(withoutSecret) };
  });
  // Each reading asks another server.
  const few = perMinute(20);
  serve(
    app,
    routes.putFeed,
    ({ params, body, request }) => feeds.put(params.id, body.url, operatorOf(request).name),
    few,
  );
  serve(app, routes.readFeed, ({ params }) => feeds.read(params.id), few);
  serve(app, routes.removeFeed, async ({ params, request }) => {
    await feeds.remove(params.id, operatorOf(request).name);
    return {};
  });
}

/** The name of an operator who is not limited to some programs: an import may touch all of them. */
function everywhere(request: FastifyRequest): string {
  const operator = operatorOf(request);
  refuseLimited(operator);
  return operator.name;
}

/** Whoever has the whole address of a calendar can often read it. */
function withoutSecret(feed: FeedView): FeedView {
  return { ...feed, url: `${new URL(feed.url).origin}/…` };
}
