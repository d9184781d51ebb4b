import type { Down } from '../../../../shared/protocol/link.ts';

/** How messages get to an agent: a WebSocket, or the answers to its HTTP requests. */
export interface Wire {
  send(message: Down): void;
  /** Ends the connection; `code` is a WebSocket close code. */
  close(code: number, reason: string): void;
  /** Stops taking messages from the agent until `resume`. */
  pause(): void;
  resume(): void;
}

/** WebSocket close codes: what the other side does about each of them is to connect again. */
export const closeCodes = { goingAway: 1001, protocol: 1008, replaced: 4001, silent: 4002 } as const;
