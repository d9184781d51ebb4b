import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Verdict } from '../verdict.ts';

/** The question itself is refused. */
export interface Refused {
  readonly answer: 'refused';
  readonly reason: 'unknown-host' | 'wrong-proxy-secret';
}

/** What a proxy is told. */
export type Authorization = Verdict | Refused;

/** How one proxy asks whether a request may pass, and which answers it understands. */
export interface Dialect {
  /** Host of the browser's request, from headers that the proxy sets itself and nothing else. */
  readHost(request: IncomingMessage): string | undefined;
  answer(response: ServerResponse, authorization: Authorization): void;
}
