import type { FastifyContextConfig, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { ParamsOf, Route } from '../../../shared/protocol/route.ts';
import { parseValue } from './parse.ts';

/** A request whose parts have been parsed by the route's own schemas. */
export interface Call<R extends Route> {
  readonly body: R['body'] extends z.ZodType ? z.output<R['body']> : undefined;
  readonly query: R['query'] extends z.ZodType ? z.output<R['query']> : undefined;
  readonly params: ParamsOf<R>;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** What is thrown away from a reply is what its schema does not name, so that no column of a table slips out. */
export type Answer<R extends Route> = z.input<R['reply']> | Promise<z.input<R['reply']>>;

/** At most so many calls a minute from one address. */
export function perMinute(max: number): Pick<FastifyContextConfig, 'rateLimit'> {
  return { rateLimit: { max, timeWindow: 60_000 } };
}

/** Binds a shared route to its handler. */
export function serve<R extends Route>(
  app: FastifyInstance,
  route: R,
  handle: (call: Call<R>) => Answer<R>,
  config: FastifyContextConfig = {},
): void {
  const query = route.query ?? z.object({});
  const body = route.body ?? z.unknown();
  app.route({
    method: route.method,
    url: route.path,
    ...(route.maxBytes !== undefined && { bodyLimit: route.maxBytes }),
    config: {
      ...config,
      caller: route.caller,
      ...(route.needs && { needs: route.needs }),
      ...(route.stepUp && { stepUp: true }),
    },
    handler: async (request, reply) => {
      const call = {
        body: parseValue(request.body, body),
        query: parseValue(request.query, query),
        params: request.params,
        request,
        reply,
      } as Call<R>;
      return route.reply.parse(await handle(call));
    },
  });
}
