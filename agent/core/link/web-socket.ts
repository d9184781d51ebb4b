import { WebSocket } from 'ws';
import { linkPath } from '../../../shared/protocol/agent-routes.ts';
import type { Down } from '../../../shared/protocol/link.ts';
import { maxMessageBytes } from '../../../shared/protocol/version.ts';
import { codeOf } from '../host/run-command.ts';
import { MessageQueue } from './message-queue.ts';
import { Blocked, parseDown, type Transport } from './transport.ts';

/** Milliseconds in which the console must answer a ping. */
const patience = 10_000;
/** No way to the console at all, as opposed to somebody in between who dislikes WebSockets. */
const noWay = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'ETIMEDOUT']);

/** Opens the link as a WebSocket; `onAlive` hears of every sign of life. Rejects with Blocked or another Error. */
export function openWebSocket(console: string, onAlive: () => void, signal: AbortSignal): Promise<Transport> {
  const socket = new WebSocket(`${console.replace(/^http/, 'ws')}${linkPath}`, {
    perMessageDeflate: false,
    maxPayload: maxMessageBytes,
    handshakeTimeout: patience,
    followRedirects: false,
  });
  const giveUp = () => socket.terminate();
  signal.addEventListener('abort', giveUp, { once: true });
  socket.once('close', () => signal.removeEventListener('abort', giveUp));
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(transportOver(socket, onAlive)));
    socket.once('error', (error) => {
      reject(noWay.has(codeOf(error) ?? '') ? error : new Blocked(error.message, { cause: error }));
    });
  });
}

function transportOver(socket: WebSocket, onAlive: () => void): Transport {
  const messages = new MessageQueue<Down>();
  let answerBy: NodeJS.Timeout | undefined;
  const alive = () => {
    clearTimeout(answerBy);
    answerBy = undefined;
    onAlive();
  };
  const close = (reason: string) => {
    clearTimeout(answerBy);
    messages.end(new Error(reason));
    socket.terminate();
  };
  socket.on('message', (data, isBinary) => {
    alive();
    const message = isBinary ? undefined : parseDown(String(data));
    if (message) messages.push(message);
  });
  socket.on('pong', alive);
  socket.on('error', (error) => close(error.message));
  socket.on('close', (code) => close(`the console closed the link (${code})`));
  return {
    over: 'websocket',
    messages,
    send: (message) => socket.send(JSON.stringify(message), (error) => error && close(error.message)),
    check() {
      if (answerBy !== undefined || socket.readyState !== WebSocket.OPEN) return;
      answerBy = setTimeout(() => close('the console does not answer'), patience);
      socket.ping();
    },
    close,
  };
}
