import { agentRoutes } from '../../../shared/protocol/agent-routes.ts';
import type { Down, Up } from '../../../shared/protocol/link.ts';
import { callConsole } from './console-client.ts';
import { MessageQueue } from './message-queue.ts';
import type { Transport } from './transport.ts';

/** Seconds for which the console may hold an answer; under the half minute after which many proxies give up. */
const hold = 25;

/** The link over plain HTTPS: one request is always held open for what comes down, others carry what goes up. */
export function openExchange(console: string, onAlive: () => void): Transport {
  const messages = new MessageQueue<Down>();
  const stop = new AbortController();
  let session: string | undefined;
  let turn: Promise<void> = Promise.resolve();

  async function exchange(up: Up[], wait: number): Promise<void> {
    const body = { messages: up, wait, ...(session !== undefined && { session }) };
    const options = { signal: stop.signal, timeout: (wait + 15) * 1000 };
    const reply = await callConsole(console, agentRoutes.exchange, body, options);
    session = reply.session;
    onAlive();
    for (const message of reply.messages) messages.push(message);
  }

  const close = (reason: string | Error) => {
    messages.end(reason instanceof Error ? reason : new Error(reason));
    stop.abort();
  };

  async function listen(): Promise<void> {
    while (!stop.signal.aborted) await exchange([], hold);
  }

  return {
    over: 'https',
    messages,
    /** In order: each waits for the one before. Listening begins once the first has made the session. */
    send(message) {
      const isFirst = session === undefined;
      turn = turn
        .then(() => exchange([message], 0))
        .then(() => {
          if (isFirst) listen().catch(close);
        })
        .catch(close);
    },
    check: () => undefined,
    close,
  };
}
