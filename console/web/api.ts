import { csrfHeader } from '../../shared/protocol/console-routes.ts';
import { ErrorBody, type ErrorCode } from '../../shared/protocol/errors.ts';
import { type InputOf, type ParamsOf, pathOf, type ReplyOf, type Route } from '../../shared/protocol/route.ts';

type Problems = NonNullable<ErrorBody['error']['problems']>;

/** A field that the console did not take, and what is wrong with it. */
export interface Fault {
  readonly field: string;
  readonly problem: string;
}

/** A call that did not work. Screens switch on `code` and show `message`, which names the remedy. */
export class Refused extends Error {
  override name = 'Refused';
  /**
   * `unreachable`: no answer at all. `unreadable`: an answer in a form that this page does not know. `cancelled`: the
   * person did not want to prove who they are; that is no failure, and nobody is told.
   */
  readonly code: ErrorCode | 'unreachable' | 'unreadable' | 'cancelled';
  readonly problems: Problems;
  readonly fault: Fault | undefined;

  constructor(code: Refused['code'], message: string, more: { problems?: Problems; fault?: Fault } = {}) {
    super(message);
    this.code = code;
    this.problems = more.problems ?? [];
    this.fault = more.fault;
  }
}

/** Whether the person themselves called it off. */
export function isCancelled(problem: unknown): boolean {
  return problem instanceof Refused && problem.code === 'cancelled';
}

// The value lives as long as the page: after a reload the session route tells it again.
let csrf = '';

/** Keeps the value that every changing request of this session repeats. */
export function rememberCsrf(value: string): void {
  csrf = value;
}

let askStepUp: (() => Promise<boolean>) | undefined;

/** Sets who asks the person to prove themselves again; true once they have. Returns how to take that back. */
export function onStepUp(ask: () => Promise<boolean>): () => void {
  askStepUp = ask;
  return () => {
    askStepUp = undefined;
  };
}

interface AnyInput {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** Longest wait for an answer, in milliseconds: as a rule, and where much is done at once. */
const patience = { usual: 20_000, long: 300_000 };

/**
 * Calls the console: the only place that does. When it asks for a fresh proof of who is sitting there, the person is
 * asked and the call is made again. Throws `Refused` and nothing else, except when `signal` aborts.
 */
export async function call<R extends Route>(route: R, input: InputOf<R>, signal?: AbortSignal): Promise<ReplyOf<R>> {
  try {
    return await callOnce(route, input, signal);
  } catch (error) {
    if (!askStepUp || !(error instanceof Refused) || error.code !== 'step-up-needed') throw error;
    if (!(await askStepUp())) throw new Refused('cancelled', error.message);
    return callOnce(route, input, signal);
  }
}

async function callOnce<R extends Route>(route: R, input: InputOf<R>, signal?: AbortSignal): Promise<ReplyOf<R>> {
  const { params = {}, query, body } = input as AnyInput;
  const response = await send(pathOf(route, params as ParamsOf<R>, query), route, body, signal);
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw refusalOf(response.status, answer);
  const reply = route.reply.safeParse(answer);
  if (reply.success) return reply.data as ReplyOf<R>;
  throw new Refused('unreadable', 'The console answered in a form that this page does not know. Reload the page.');
}

async function send(
  path: string,
  { method, isLong = false }: Route,
  body: unknown,
  signal?: AbortSignal,
): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (method !== 'GET') headers[csrfHeader] = csrf;
  if (body !== undefined) headers['content-type'] = 'application/json';
  const limit = AbortSignal.timeout(isLong ? patience.long : patience.usual);
  try {
    return await fetch(path, {
      method,
      headers,
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new Refused('unreachable', 'The console does not answer. Check your connection; this page keeps trying.');
  }
}

/** Whether the console gives out a newer page than this one; `unreachable` when it does not answer. */
export async function isPageOutdated(): Promise<boolean> {
  const own = document.querySelector('script[type="module"][src]')?.getAttribute('src');
  try {
    const answer = await fetch('/', { cache: 'no-store', signal: AbortSignal.timeout(patience.usual) });
    const page = await answer.text();
    return answer.ok && typeof own === 'string' && !page.includes(own);
  } catch {
    throw new Refused('unreachable', 'The console does not answer.');
  }
}

function refusalOf(status: number, answer: unknown): Refused {
  const parsed = ErrorBody.safeParse(answer);
  if (!parsed.success) return new Refused('unreadable', `The console answered with status ${status}. Try again.`);
  const { code, message, problems = [], field, problem } = parsed.data.error;
  const fault = field !== undefined && problem !== undefined ? { fault: { field, problem } } : {};
  return new Refused(code, message, { problems, ...fault });
}
