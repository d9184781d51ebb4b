import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AccessReader } from '../access/board.ts';
import { type Blocked, blockedPage } from './pages/blocked.ts';
import { notBoundPage, plainPage, upstreamDownPage } from './pages/plain.ts';
import { sayReason, words } from './pages/words.ts';
import { sendJson, sendPage, wantsPage } from './respond.ts';
import type { Site } from './sites.ts';
import type { Verdict } from './verdict.ts';

export type Locked = Extract<Verdict, { answer: 'locked' }>;

/** Who a workstation belongs to, for people. */
export interface People {
  label(workstation: string): { readonly person?: string | undefined; readonly hostName: string } | undefined;
}

/** Every "no" of the gate: a page for people, JSON for programs. */
export class Refusals {
  readonly #people: People;
  readonly #access: AccessReader;

  constructor(people: People, access: AccessReader) {
    this.#people = people;
    this.#access = access;
  }

  /** 401: no session. */
  notBound(request: IncomingMessage, response: ServerResponse, { program }: Site): void {
    if (wantsPage(request)) sendPage(response, 401, notBoundPage(program));
    else sendJson(response, 401, problem('not-bound', words.notBound.title(program.name)));
  }

  /** 403, at the very address that was asked for, so that the same address works again later. */
  locked(
    request: IncomingMessage,
    response: ServerResponse,
    { verdict, site, returnTo }: { verdict: Locked; site: Site; returnTo: string },
  ): void {
    if (wantsPage(request)) sendPage(response, 403, blockedPage({ ...this.describe(verdict, site), returnTo }));
    else sendJson(response, 403, lockedBody(verdict, site));
  }

  /** What the block page says of a lock. */
  describe({ session, reasons }: Locked, site: Site): Omit<Blocked, 'returnTo'> {
    const label = this.#people.label(session.workstation);
    return {
      program: site.program.name,
      reasons,
      since: this.#access.get(session.workstation, session.program)?.since,
      hostName: label?.hostName,
      person: session.person,
    };
  }

  /** 502: the CRM itself. */
  upstreamDown(request: IncomingMessage, response: ServerResponse, { program }: Site): void {
    const { title } = words.upstreamDown;
    if (wantsPage(request)) sendPage(response, 502, upstreamDownPage(program.name));
    else sendJson(response, 502, problem('crm-unreachable', title(program.name)));
  }

  /** Any other refusal that needs a title and a sentence. */
  plain(request: IncomingMessage, response: ServerResponse, which: keyof typeof plainStatus): void {
    const { status, code } = plainStatus[which];
    if (wantsPage(request)) sendPage(response, status, plainPage(words[which]));
    else sendJson(response, status, problem(code, words[which].title));
  }
}

const plainStatus = {
  unknownHost: { status: 421, code: 'unknown-host' },
  notFound: { status: 404, code: 'not-found' },
  badRequest: { status: 400, code: 'invalid-request' },
  broken: { status: 500, code: 'unexpected' },
} as const;

function lockedBody({ reasons }: Locked, { program }: Site) {
  const { error } = problem('locked', words.locked.title(program.name));
  return { error: { ...error, reasons: reasons.map((reason) => ({ ...reason, ...sayReason(reason) })) } };
}

function problem(code: string, message: string) {
  return { error: { code, message } };
}
