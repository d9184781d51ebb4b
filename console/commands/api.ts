import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { eventsPath } from '../../shared/protocol/console-routes.ts';
import { ErrorBody } from '../../shared/protocol/errors.ts';
import { type InputOf, type ParamsOf, pathOf, type ReplyOf, type Route } from '../../shared/protocol/route.ts';
import { ConsoleEvent } from '../../shared/protocol/views.ts';

/** Written by a running console into its home, readable by its owner only. */
const Card = z.object({ url: z.url(), token: z.string() });

/** A refusal by the console, in words for the terminal. */
export class ApiError extends Error {
  override name = 'ApiError';
  readonly problems: NonNullable<ErrorBody['error']['problems']>;
  constructor({ error }: ErrorBody) {
    super(error.message);
    this.problems = error.problems ?? [];
  }
}

interface AnyInput {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** Talks to the running console of a home as the local command line. */
export interface Api {
  readonly url: string;
  call<R extends Route>(route: R, input: InputOf<R>): Promise<ReplyOf<R>>;
  /** What a path answers, part by part. */
  download(path: string): AsyncIterable<Uint8Array>;
  /** Every event until the signal aborts; fails when the console goes away. */
  events(signal: AbortSignal): AsyncGenerator<ConsoleEvent>;
}

/** @throws when no console runs in this home. */
export function openApi(home: string): Api {
  const card = readCard(home);
  const headers = { authorization: `Bearer ${card.token}` };
  return {
    url: card.url,
    async call(route, input) {
      const { params = {}, query, body } = input as AnyInput;
      const path = pathOf(route, params as ParamsOf<typeof route>, query);
      const answer = await reach(`${card.url}${path}`, {
        method: route.method,
        headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      if (!answer.ok) throw await readError(answer);
      return route.reply.parse(await answer.json()) as ReplyOf<typeof route>;
    },
    async *download(path) {
      const answer = await reach(`${card.url}${path}`, { headers });
      if (!answer.ok || !answer.body) throw await readError(answer);
      yield* answer.body;
    },
    async *events(signal) {
      const answer = await reach(`${card.url}${eventsPath}`, { headers, signal });
      if (!answer.ok || !answer.body) throw await readError(answer);
      let rest = '';
      for await (const part of answer.body.pipeThrough(new TextDecoderStream())) {
        const blocks = (rest + part).split('\n\n');
        rest = blocks.pop() ?? '';
        for (const block of blocks) {
          const data = /^data: (.*)$/m.exec(block)?.[1];
          if (data) yield ConsoleEvent.parse(JSON.parse(data));
        }
      }
    },
  };
}

function readCard(home: string): z.infer<typeof Card> {
  const file = join(home, 'console.json');
  try {
    return Card.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new Error(`No console is running here (${file} cannot be read). Start one with: shiftgate serve`, { cause });
  }
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new Error(`The console at ${new URL(url).origin} does not answer. Is "shiftgate serve" running?`, { cause });
  }
}

async function readError(answer: Response): Promise<Error> {
  const parsed = ErrorBody.safeParse(await answer.json().catch(() => undefined));
  return parsed.success ? new ApiError(parsed.data) : new Error(`The console answered ${answer.status}.`);
}
