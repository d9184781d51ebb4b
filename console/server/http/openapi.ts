import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { agentRoutes } from '../../../shared/protocol/agent-routes.ts';
import { consoleRoutes } from '../../../shared/protocol/console-routes.ts';
import { ErrorBody } from '../../../shared/protocol/errors.ts';
import type { Route } from '../../../shared/protocol/route.ts';
import { protocolVersion } from '../../../shared/protocol/version.ts';

const docsPath = '/api/docs';

/** Serves the API's description, made from the routes themselves, and pages to read it. */
export async function serveOpenApi(app: FastifyInstance): Promise<void> {
  const document = describeApi();
  // The pages bring routes of their own, which are open like the description.
  app.addHook('onRoute', (route) => {
    if (route.url.startsWith(docsPath)) route.config = { ...route.config, caller: 'anyone' };
  });
  app.get('/api/openapi.json', { config: { caller: 'anyone' } }, () => document);
  await app.register(swagger, { mode: 'static', specification: { document } });
  await app.register(swaggerUi, { routePrefix: docsPath, staticCSP: true });
}

/** The OpenAPI 3.1 description of every route. */
export function describeApi() {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, route] of Object.entries({ ...consoleRoutes, ...agentRoutes } as Record<string, Route>)) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: describeRoute(name, route) };
  }
  return {
    openapi: '3.1.0' as const,
    info: { title: 'Shiftgate console', version: String(protocolVersion) },
    components: {
      securitySchemes: {
        session: { type: 'apiKey' as const, in: 'cookie' as const, name: 'shiftgate-console' },
        token: { type: 'http' as const, scheme: 'bearer' as const },
      },
    },
    paths,
  };
}

function describeRoute(name: string, { path, body, query, reply, summary, caller }: Route) {
  return {
    operationId: name,
    summary,
    parameters: [...pathParameters(path), ...queryParameters(query)],
    ...(body && { requestBody: { required: true, content: json(body, 'input') } }),
    responses: {
      200: { description: 'Done', content: json(reply, 'output') },
      default: { description: 'Refused, with code and sentence', content: json(ErrorBody, 'output') },
    },
    ...(caller === 'operator' && { security: [{ session: [] }, { token: [] }] }),
  };
}

function pathParameters(path: string) {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters(query: z.ZodObject | undefined) {
  return Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema: toSchema(schema as z.ZodType, 'input'),
  }));
}

function json(schema: z.ZodType, io: 'input' | 'output') {
  return { 'application/json': { schema: toSchema(schema, io) } };
}

function toSchema(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return described;
}
