import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';

export interface SampleUpstream {
  readonly url: string;
  /** Bytes of the upload under way, or of the last one. */
  uploaded(): number;
  /** Headers of the last request, names in lower case. */
  lastHeaders(): IncomingMessage['headers'];
  /** TCP connections taken so far. */
  connections(): number;
  requests(): number;
  close(): Promise<void>;
}

/** A small CRM for the tests: pages, an upload, a download without end, server-sent events and a WebSocket. */
export async function startUpstream(): Promise<SampleUpstream> {
  let uploaded = 0;
  let headers: IncomingMessage['headers'] = {};
  let connections = 0;
  let requests = 0;
  const answers: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
    '/customers': (_request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><html lang="en"><title>Customers</title><h1>Customers</h1></html>');
    },
    '/upload': async (request, response) => {
      uploaded = 0;
      request.on('data', (chunk: Buffer) => {
        uploaded += chunk.length;
      });
      await once(request, 'end').catch(() => undefined);
      response.end(String(uploaded));
    },
    '/download': (_request, response) => {
      const block = Buffer.alloc(64 * 1024, 'x');
      const pour = () => {
        while (!response.destroyed && response.write(block));
      };
      response.on('drain', pour);
      pour();
    },
    '/events': (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const timer = setInterval(() => response.write('data: tick\n\n'), 20);
      response.on('close', () => clearInterval(timer));
    },
    '/never': () => undefined,
    '/hop': (_request, response) => {
      response.writeHead(200, {
        connection: 'close, x-internal',
        'x-internal': 'secret',
        'proxy-authenticate': 'Basic',
        'set-cookie': ['crm=1; Path=/', 'shiftgate-gate=stolen; Path=/', '__Host-shiftgate-gate=stolen'],
        'x-crm': 'yes',
      });
      response.end('ok');
    },
  };
  const server = createServer((request, response) => {
    requests += 1;
    headers = request.headers;
    const answer = answers[request.url?.split('?')[0] ?? ''];
    if (answer) answer(request, response);
    else response.end(JSON.stringify({ method: request.method, url: request.url, headers: request.headers }));
  });
  server.on('connection', () => {
    connections += 1;
  });
  const sockets = new WebSocketServer({ server, path: '/live' });
  sockets.on('connection', (socket, request) => {
    headers = request.headers;
    socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }));
    const timer = setInterval(() => socket.send('tick'), 20);
    socket.on('close', () => clearInterval(timer));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    uploaded: () => uploaded,
    lastHeaders: () => headers,
    connections: () => connections,
    requests: () => requests,
    async close() {
      for (const client of sockets.clients) client.terminate();
      sockets.close();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
