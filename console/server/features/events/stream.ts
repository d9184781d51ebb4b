import type { ServerResponse } from 'node:http';
import type { ConsoleEvent } from '../../../../shared/protocol/views.ts';
import type { AccessReader } from '../../access/board.ts';
import { isInScope, type Operator } from '../../http/who.ts';
import type { Directory } from '../programs/directory.ts';
import type { Roster } from '../workstations/roster.ts';
import { accessView } from '../workstations/views.ts';
import type { Notices } from './notices.ts';

const keepAliveEvery = 15_000;
/** Bytes that a listener may leave unread before its stream ends; it then connects again and reads everything anew. */
const mostUnread = 1024 * 1024;

export interface EventSources {
  readonly board: AccessReader;
  readonly notices: Notices;
  readonly directory: Directory;
  readonly roster: Roster;
}

/** Server-sent events to every open screen. An event is written once, as text, for all of them. */
export class EventStream {
  readonly #open = new Map<ServerResponse, Operator>();
  readonly #timer = setInterval(() => this.#write(': still here\n\n'), keepAliveEvery);
  readonly #unsubscribe: (() => void)[];

  readonly #roster: Roster;

  constructor({ board, notices, directory, roster }: EventSources) {
    this.#roster = roster;
    this.#unsubscribe = [
      board.subscribe(({ entry, previous, latency }) => {
        const view = accessView(entry, directory);
        this.#tell({ type: 'access', workstation: entry.workstation, view, previous, latency });
      }),
      notices.subscribe((notice) => this.#tell(notice)),
    ];
  }

  /** Answers a request with the stream, until either side ends it. */
  add(response: ServerResponse, operator: Operator): void {
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      // nginx would hold the events back until its buffer is full.
      'x-accel-buffering': 'no',
    });
    response.write(': hello\n\n');
    this.#open.set(response, operator);
    response.on('close', () => this.#open.delete(response));
  }

  /** Ends the streams of a session that was revoked. */
  endSession(id: string): void {
    for (const [response, { session }] of this.#open) if (session?.id === id) response.end();
  }

  close(): void {
    clearInterval(this.#timer);
    for (const stop of this.#unsubscribe) stop();
    for (const response of this.#open.keys()) response.destroy();
  }

  #tell(event: ConsoleEvent): void {
    if (this.#open.size === 0) return;
    const owners = this.#programsOf(event);
    this.#write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`, (operator) => isInScope(operator, owners));
  }

  #programsOf(event: ConsoleEvent): readonly string[] {
    if (event.type === 'workstation' || event.type === 'case')
      return this.#roster.find(event.workstation)?.programs ?? [];
    return [event.type === 'access' ? event.view.program : event.program];
  }

  #write(text: string, isFor: (operator: Operator) => boolean = () => true): void {
    for (const [response, operator] of this.#open) {
      if (!isFor(operator)) continue;
      response.write(text);
      if (response.writableLength > mostUnread) response.destroy();
    }
  }
}
