import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { GateSession } from '../sessions.ts';
import type { CutReason, StreamRegistry } from '../streams.ts';
import { closeFrame, FrameBoundary } from './frame-boundary.ts';
import { headersForBrowser } from './headers.ts';

/** How long a browser has to take in the close frame before its connection is destroyed, in milliseconds. */
const farewell = 500;
/** The same when the CRM ended the connection itself, and what it said last may still be on its way. */
const longFarewell = 30_000;

/** 1008 is "policy violation"; 1012 is "service restart", after which pages connect again. */
const closeFrames = { refused: closeFrame(1008, 'locked by Shiftgate'), closing: closeFrame(1012, 'restarting') };

interface Browser {
  readonly socket: Duplex;
  readonly head: Buffer;
  readonly session: GateSession;
}

export interface Crm {
  /** The CRM's 101. */
  readonly answer: IncomingMessage;
  readonly socket: Socket;
  readonly head: Buffer;
}

/** Joins both ends of a WebSocket until either closes or a lock cuts it. */
export function joinWebSocket(browser: Browser, crm: Crm, streams: StreamRegistry): void {
  const boundary = new FrameBoundary();
  const stream = { session: browser.session, cut: (why: CutReason) => cut(browser.socket, crm.socket, boundary, why) };
  streams.add(stream);
  browser.socket.write(switchingProtocols(crm.answer));
  if (browser.head.length > 0) browser.socket.unshift(browser.head);
  if (crm.head.length > 0) crm.socket.unshift(crm.head);
  // A quiet WebSocket is not a slow answer.
  crm.socket.setTimeout(0);
  crm.socket.on('data', (chunk: Buffer) => boundary.push(chunk));
  crm.socket.pipe(browser.socket);
  browser.socket.pipe(crm.socket);
  crm.socket.on('error', () => browser.socket.destroy());
  crm.socket.on('close', () => {
    streams.remove(stream);
    dismiss(browser.socket, longFarewell);
  });
  browser.socket.on('close', () => crm.socket.destroy());
}

/** Nothing passes from here on; where no frame is under way, the browser also learns why. */
function cut(browser: Duplex, crm: Duplex, boundary: FrameBoundary, why: CutReason): void {
  crm.unpipe(browser);
  browser.unpipe(crm);
  if (boundary.isClear && browser.writableLength === 0) browser.end(closeFrames[why]);
  else browser.destroy();
  dismiss(browser, farewell);
  crm.destroy();
}

/** What the browser still sends is read and dropped: unread data would reset the connection and lose the close frame. */
function dismiss(browser: Duplex, wait: number): void {
  if (browser.destroyed) return;
  browser.resume();
  const timer = setTimeout(() => browser.destroy(), wait);
  browser.once('close', () => clearTimeout(timer));
}

function switchingProtocols(answer: IncomingMessage): string {
  const lines = ['HTTP/1.1 101 Switching Protocols', 'Connection: Upgrade', 'Upgrade: websocket'];
  for (const [name, values] of Object.entries(headersForBrowser(answer))) {
    for (const value of [values ?? []].flat()) lines.push(`${name}: ${value}`);
  }
  return `${lines.join('\r\n')}\r\n\r\n`;
}
