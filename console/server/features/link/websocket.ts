import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { linkPath } from '../../../../shared/protocol/agent-routes.ts';
import type { Down } from '../../../../shared/protocol/link.ts';
import { maxMessageBytes } from '../../../../shared/protocol/version.ts';
import { addressOf } from '../../http/address.ts';
import type { Links } from './links.ts';
import { LinkSession, type SessionDeps } from './session.ts';
import { closeCodes, type Wire } from './wire.ts';

/** Bytes that an agent may leave unread before its connection is given up. */
const mostUnread = 1024 * 1024;

const socketOptions = {
  noServer: true,
  maxPayload: maxMessageBytes,
  // Without it a connection costs 7 KiB instead of more than 200.
  perMessageDeflate: false,
  clientTracking: false,
  /** Milliseconds that a closing agent may take. */
  closeTimeout: 1_000,
};

export interface WebSocketDeps extends SessionDeps {
  readonly links: Links;
  readonly trustedProxies: readonly string[];
  /** Until then agents find nobody, as if nothing listened. */
  isOpen(): boolean;
}

/** Serves the link as a WebSocket on the console's own HTTP server. */
export function serveWebSockets(server: Server, deps: WebSocketDeps): { close(): void } {
  const sockets = new WebSocketServer(socketOptions);
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (!deps.isOpen()) {
      socket.destroy();
      return;
    }
    const refusal = refusalOf(request);
    if (refusal) {
      socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      open(webSocket, addressOf(request, deps.trustedProxies), deps);
    });
  });
  return { close: () => sockets.close() };
}

/** Agents send no `Origin`; a page in a browser has no business here. */
function refusalOf(request: IncomingMessage): string | undefined {
  if (request.url?.split('?')[0] !== linkPath) return '404 Not Found';
  return request.headers.origin === undefined ? undefined : '403 Forbidden';
}

function open(webSocket: WebSocket, address: string, deps: WebSocketDeps): void {
  const session = new LinkSession(deps, deps.links, wireOver(webSocket), address);
  deps.links.add(session);
  webSocket.on('message', (data, isBinary) => {
    if (isBinary) session.end(closeCodes.protocol, 'text is expected');
    else session.receive(String(data));
  });
  webSocket.on('close', () => session.end(closeCodes.goingAway, ''));
  // What went wrong (too large, not UTF-8, reset) closes the socket, and that is heard above.
  webSocket.on('error', () => webSocket.terminate());
}

function wireOver(webSocket: WebSocket): Wire {
  return {
    send(message: Down) {
      webSocket.send(JSON.stringify(message));
      if (webSocket.bufferedAmount > mostUnread) webSocket.terminate();
    },
    close: (code, reason) => webSocket.close(code, reason),
    pause: () => webSocket.pause(),
    resume: () => webSocket.resume(),
  };
}
