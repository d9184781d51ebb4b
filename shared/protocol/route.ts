import type { z } from 'zod';
import type { Permission } from './rights.ts';

/** Who may call: anyone, a workstation (which proves itself inside the body), or a signed-in operator of the console. */
export type Caller = 'anyone' | 'workstation' | 'operator';

/** One HTTP exchange, written once: the console serves it and agent, web and commands call it. */
export interface Route<
  Body extends z.ZodType = z.ZodType,
  Query extends z.ZodObject = z.ZodObject,
  Reply extends z.ZodType = z.ZodType,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path with `:name` parameters. */
  readonly path: `/${string}`;
  readonly caller: Caller;
  /** Of an operator. A route of operators that does not say is open to owners alone, but for reading to all of them. */
  readonly needs?: Permission;
  /** A browser session must have proved itself again a short while ago. */
  readonly stepUp?: boolean;
  /** It does much at once: whoever calls it waits for minutes, not seconds. */
  readonly isLong?: boolean;
  /** Largest body, where it is another than that of every message. */
  readonly maxBytes?: number;
  /** One line for the API's documentation. */
  readonly summary: string;
  readonly body?: Body;
  readonly query?: Query;
  readonly reply: Reply;
}

/** What an operator must be allowed, to call a route. */
export function neededFor({ method, needs }: { method: string; needs?: Permission }): Permission {
  return needs ?? (method === 'GET' ? 'see' : 'administer');
}

export type BodyOf<R extends Route> = R['body'] extends z.ZodType ? z.input<R['body']> : undefined;
export type QueryOf<R extends Route> = R['query'] extends z.ZodType ? z.input<R['query']> : undefined;
export type ReplyOf<R extends Route> = z.output<R['reply']>;
type ParamNames<Path> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;
export type ParamsOf<R extends Route> = { [Name in ParamNames<R['path']>]: string };

type Optional<Value, Name extends string> = object extends Value ? { [K in Name]?: Value } : { [K in Name]: Value };

/** What a route needs from its caller: parameters of its path, query and body, each only where the route has it. */
export type InputOf<R extends Route> = Optional<ParamsOf<R>, 'params'> &
  (R extends { query: object } ? { query?: QueryOf<R> } : unknown) &
  (R extends { body: object } ? { body: BodyOf<R> } : unknown);

/** Fills the path of a route; each value is encoded. */
export function pathOf<R extends Route>(route: R, params: ParamsOf<R>, query: Record<string, unknown> = {}): string {
  const path = route.path.replace(/:(\w+)/g, (_whole, name: string) =>
    encodeURIComponent(params[name as keyof ParamsOf<R>]),
  );
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = pairs
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&');
  return search ? `${path}?${search}` : path;
}
