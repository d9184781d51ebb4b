import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type FeedView, peopleRoutes as routes } from '../../../../shared/protocol/people-routes.ts';
import { may } from '../../../../shared/protocol/rights.ts';
import { perMinute, serve } from '../../http/serve.ts';
import { isInScope, operatorOf, refuseLimited } from '../../http/who.ts';
import type { FeedService } from '../shifts/feeds.ts';
import type { ShiftService } from '../shifts/service.ts';
import type { GroupService } from './group-service.ts';
import type { PeopleService } from './service.ts';

export interface PeopleRouteDeps {
  readonly staff: PeopleService;
  readonly peopleGroups: GroupService;
  readonly shifts: ShiftService;
  readonly feeds: FeedService;
}

/** People, shifts and the calendars they come from. */
export function peopleRoutes(app: FastifyInstance, deps: PeopleRouteDeps): void {
  const { staff, shifts, feeds } = deps;
  serve(app, routes.people, ({ query, request }) => staff.list(query, operatorOf(request)));
  serve(app, routes.importPeople, ({ body, request }) => staff.import(body.csv, body.preview, everywhere(request)));
  serve(app, routes.addPerson, async ({ body, request }) => ({ id: await staff.add(body, everywhere(request)) }));
  serve(app, routes.changePerson, async ({ params, body, request }) => {
    await staff.change(params.id, body, everywhere(request));
    return {};
  });
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
  groupRoutes(app, deps);
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

function groupRoutes(app: FastifyInstance, { peopleGroups }: PeopleRouteDeps): void {
  serve(app, routes.groups, ({ request }) => ({ rows: peopleGroups.list(operatorOf(request)) }));
  serve(app, routes.addGroup, async ({ body: { people, ...wanted }, request }) => ({
    id: await peopleGroups.create(wanted, people, everywhere(request)),
  }));
  serve(app, routes.changeGroup, async ({ params, body, request }) => {
    await peopleGroups.change(params.id, body, everywhere(request));
    return {};
  });
  serve(app, routes.removeGroup, async ({ params, request }) => ({
    people: await peopleGroups.remove(params.id, everywhere(request)),
  }));
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
