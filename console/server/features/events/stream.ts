import type { ServerResponse } from 'node:http';
import type { ConsoleEvent } from '../../../../shared/protocol/views.ts';
import type { AccessReader } from '../../access/board.ts';
import type { Directory } from '../programs/directory.ts';
import { accessView } from '../workstations/views.ts';
import type { Notices } from './notices.ts';

const keepAliveEvery = 15_000;
/** Bytes that a listener may leave unread before its stream ends; it then connects again and reads everything anew. */
const mostUnread = 1024 * 1024;

/** Server-sent events to every open screen. An event is written once, as text, for all of them. */
export class EventStream {
  /** With the session that each belongs to; none for the command line. */
  readonly #open = new Map<ServerResponse, string | undefined>();
  readonly #timer = setInterval(() => this.#write(': still here\n\n'), keepAliveEvery);
  readonly #unsubscribe: (() => void)[];

  constructor(board: AccessReader, notices: Notices, directory: Directory) {
    this.#unsubscribe = [
      board.subscribe(({ entry, previous, latency }) => {
        const view = accessView(entry, directory);
        this.#tell({ type: 'access', workstation: entry.workstation, view, previous, latency });
      }),
      notices.subscribe((notice) => this.#tell(notice)),
    ];
  }

  /** Answers a request with the stream, until either side ends it. */
  add(response: ServerResponse, session: string | undefined): void {
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      // nginx would hold the events back until its buffer is full.
      'x-accel-buffering': 'no',
    });
    response.write(': hello\n\n');
    this.#open.set(response, session);
    response.on('close', () => this.#open.delete(response));
  }

  /** Ends the streams of a session that was revoked. */
  endSession(id: string): void {
    for (const [response, session] of this.#open) if (session === id) response.end();
  }

  close(): void {
    clearInterval(this.#timer);
    for (const stop of this.#unsubscribe) stop();
    for (const response of this.#open.keys()) response.destroy();
  }

  #tell(event: ConsoleEvent): void {
    if (this.#open.size > 0) this.#write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
  }

  #write(text: string): void {
    for (const response of this.#open.keys()) {
      response.write(text);
      if (response.writableLength > mostUnread) response.destroy();
    }
  }
}
