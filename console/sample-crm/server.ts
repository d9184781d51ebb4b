import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { WebSocketServer } from 'ws';
import { customers } from './customers.ts';
import { customerList, customerPage } from './pages.ts';

/** Milliseconds between two messages of each live stream. */
const tick = 200;

interface Page {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
}

const file = (name: string, type: string): Page => ({
  status: 200,
  type,
  body: readFileSync(new URL(name, import.meta.url)),
});
const files: Readonly<Record<string, Page>> = {
  '/crm.css': file('crm.css', 'text/css'),
  '/live.js': file('live.js', 'text/javascript'),
};

/** A CRM as a gate finds it: it knows nothing of Shiftgate but the header that names the person. */
export function createSampleCrm(): { server: Server; close(): void } {
  const server = createServer(answer);
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    if (request.url !== '/live/queue') socket.destroy();
    else
      sockets.handleUpgrade(request, socket, head, (client) =>
        every(
          () => client.send(queue()),
          (stop) => client.on('close', stop),
        ),
      );
  });
  const close = () => {
    server.close();
    server.closeAllConnections();
    for (const client of sockets.clients) client.terminate();
  };
  return { server, close };
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const path = new URL(request.url ?? '/', 'http://crm').pathname;
  if (path === '/live/activity') {
    streamActivity(response);
    return;
  }
  const { status, type, body } = files[path] ?? pageAt(path, personOf(request));
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}

/** The gate names the person in percent-encoded UTF-8. */
function personOf({ headers }: IncomingMessage): string {
  const written = String(headers['x-shiftgate-person'] ?? 'nobody');
  try {
    return decodeURIComponent(written);
  } catch {
    // Not from the gate.
    return written;
  }
}

function pageAt(path: string, person: string): Page {
  const html = (body: string): Page => ({ status: 200, type: 'text/html; charset=utf-8', body });
  if (path === '/') return html(customerList(person));
  const customer = customers.find(({ id }) => path === `/customers/${id}`);
  if (customer) return html(customerPage(customer, person));
  return { status: 404, type: 'text/plain', body: 'There is no such page.\n' };
}

function streamActivity(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  every(
    () => response.write(`data: ${activity()}\n\n`),
    (stop) => response.on('close', stop),
  );
}

/** Runs an action each tick until the stream that it feeds is gone. */
function every(action: () => void, onEnd: (stop: () => void) => void): void {
  const timer = setInterval(action, tick);
  onEnd(() => clearInterval(timer));
}

function queue(): string {
  const second = Math.floor(Date.now() / 1000);
  return JSON.stringify({ waiting: 3 + (second % 5), longest: second % 60, at: Date.now() });
}

function activity(): string {
  const second = Math.floor(Date.now() / 1000);
  const customer = customers[second % customers.length];
  return `${customer?.name} called at ${new Date(second * 1000).toISOString().slice(11, 19)}`;
}
