import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from './refuse.ts';

const built = fileURLToPath(new URL('../../web/dist/', import.meta.url));
/** Paths of our own that are no pages. */
const notPages = /^\/(?:api|agent|authz|metrics|healthz|readyz)(?:\/|\?|$)/;

const missing = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Shiftgate</title>
<body style="font-family: sans-serif; max-width: 40em; margin: 4em auto">
<h1>The console runs, but its pages are not built</h1>
<p>Run <code>npm run build</code> in the project’s folder and reload this page.</p>
</body></html>
`;

/** Serves the web console: its files, and its first page for every path that the browser itself makes sense of. */
export async function serveWeb(app: FastifyInstance): Promise<void> {
  const isBuilt = existsSync(`${built}index.html`);
  if (isBuilt) await app.register(fastifyStatic, { root: built, serve: false, preCompressed: true });
  app.setNotFoundHandler((request, reply) => {
    if (!isPage(request)) throw new Refusal('not-found', { what: 'address' });
    if (!isBuilt) return reply.code(503).type('text/html; charset=utf-8').send(missing);
    return sendFile(request, reply);
  });
}

function isPage({ method, url }: FastifyRequest): boolean {
  return (method === 'GET' || method === 'HEAD') && !notPages.test(url);
}

/** Files with a hash in their name never change; every other path of the web console is its first page. */
function sendFile(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const path = request.url.split('?')[0] ?? '/';
  if (path.startsWith('/assets/')) return reply.sendFile(path.slice(1), { maxAge: '365d', immutable: true });
  if (/\.\w+$/.test(path)) return reply.sendFile(path.slice(1));
  return reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false });
}
