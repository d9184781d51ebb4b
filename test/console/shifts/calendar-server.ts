import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type BodyOf, type ParamsOf, pathOf, type ReplyOf, type Route } from '../../../shared/protocol/route.ts';
import type { TestConsole } from '../running-console.ts';

export interface CalendarServer {
  readonly origin: string;
  readonly asked: string[];
  /** What it answers from now on: a calendar, or whatever else happens to a request. */
  answer(how: string | ((request: IncomingMessage, response: ServerResponse) => void)): void;
  close(): Promise<void>;
}

/** A web server on this machine that hands out a calendar. */
export async function serveCalendar(): Promise<CalendarServer> {
  let answering: Parameters<CalendarServer['answer']>[0] = calendar();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (typeof answering !== 'string') return answering(request, response);
    response.writeHead(200, { 'content-type': 'text/calendar; charset=utf-8' }).end(answering);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answer(how) {
      answering = how;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** An iCalendar of events, each given by its lines. */
export function calendar(...events: readonly (readonly string[])[]): string {
  return wrap(events.flatMap((lines) => ['BEGIN:VEVENT', 'DTSTAMP:20260101T000000Z', ...lines, 'END:VEVENT']));
}

/** Some lines as a whole calendar, in the form that goes over the wire. */
export function wrap(lines: readonly string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Rota//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

let address = 0;

/**
 * Asks a console that trusts this machine as a proxy, from another address each time: calendars can be read only so
 * often from one.
 */
export async function askFromAnywhere<R extends Route>(
  { localUrl, token }: TestConsole,
  route: R,
  { params, body }: { params: ParamsOf<R>; body?: BodyOf<R> },
): Promise<ReplyOf<R>> {
  address += 1;
  const answer = await fetch(`${localUrl}${pathOf(route, params)}`, {
    method: route.method,
    headers: {
      authorization: `Bearer ${token}`,
      'x-forwarded-for': `198.51.100.${address}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${route.path} answered ${answer.status}: ${text}`);
  return route.reply.parse(JSON.parse(text)) as ReplyOf<R>;
}
