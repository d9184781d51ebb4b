import { csrfHeader } from '../../../shared/protocol/console-routes.ts';
import { type InputOf, type ParamsOf, pathOf, type Route } from '../../../shared/protocol/route.ts';
import type { TestConsole } from '../running-console.ts';

let visitors = 0;

/**
 * A browser on a page of our own: it keeps its cookies and repeats the csrf value. Each comes from another address, so
 * that the console must trust 127.0.0.1 as its proxy.
 */
export class Visitor {
  readonly #console: TestConsole;
  readonly #cookies = new Map<string, string>();
  readonly #address: string;
  #csrf = '';

  constructor(console: TestConsole) {
    this.#console = console;
    visitors += 1;
    this.#address = `203.0.113.${visitors % 250}`;
  }

  /** What the console answers: the refusal's code, or the reply. */
  async ask<R extends Route>(route: R, input = {} as InputOf<R>) {
    const { params = {}, query, body } = input as { params?: object; query?: Record<string, unknown>; body?: unknown };
    const path = pathOf(route, params as ParamsOf<R>, query);
    const answer = await this.go(path, {
      method: route.method,
      headers: {
        origin: this.#console.url,
        [csrfHeader]: this.#csrf,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const json = (await answer.json()) as Record<string, unknown> & { error?: { code: string } };
    if (typeof json['csrf'] === 'string') this.#csrf = json['csrf'];
    return { status: answer.status, code: json.error?.code, json };
  }

  /** One request with the cookies of this browser; redirects are not followed. */
  async go(path: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(new URL(path, this.#console.url), {
      redirect: 'manual',
      ...init,
      headers: { 'x-forwarded-for': this.#address, ...(cookie && { cookie }), ...init.headers },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (value) this.#cookies.set(name, value);
      else this.#cookies.delete(name);
    }
    return answer;
  }
}
