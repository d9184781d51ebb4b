import { Down, type Up } from '../../../shared/protocol/link.ts';
import type { MessageQueue } from './message-queue.ts';

/** A way to the console. Messages go up by `send` and come down through `messages`, which ends when the way is cut. */
export interface Transport {
  readonly over: 'websocket' | 'https';
  readonly messages: MessageQueue<Down>;
  send(message: Up): void;
  /** Asks for a sign of life; the transport closes by itself when none comes. */
  check(): void;
  close(reason: string): void;
}

/** Opened, but something in between does not let it through; another kind of transport may get through. */
export class Blocked extends Error {
  override name = 'Blocked';
}

/** The message in a text; undefined for one that this version does not know, which is passed over. */
export function parseDown(text: string): Down | undefined {
  try {
    return Down.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
