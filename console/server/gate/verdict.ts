import type { Access, AccessReason } from '../../../shared/access/decide.ts';
import type { AccessReader } from '../access/board.ts';
import { findCookie, gateCookieName } from './cookies.ts';
import type { GateMetrics } from './metrics.ts';
import type { GateSession, GateSessions } from './sessions.ts';
import type { Site } from './sites.ts';

/** What the gate makes of one request. */
export type Verdict =
  | { readonly answer: 'allowed'; readonly session: GateSession; readonly access: Access }
  | { readonly answer: 'not-bound' }
  | { readonly answer: 'locked'; readonly session: GateSession; readonly reasons: readonly AccessReason[] };

/** Without a decision nobody gets in: silence is not readiness. */
const notDecided: readonly AccessReason[] = [{ cause: 'enrolment', code: 'not-decided', params: {}, effect: 'lock' }];

/** Decides from memory alone, in microseconds: cookie → session → access. */
export class Judge {
  readonly #sessions: GateSessions;
  readonly #access: AccessReader;
  readonly #metrics: GateMetrics | undefined;

  constructor(sessions: GateSessions, access: AccessReader, metrics: GateMetrics | undefined) {
    this.#sessions = sessions;
    this.#access = access;
    this.#metrics = metrics;
  }

  /** The verdict on a request for a site, from its `Cookie` header. */
  judge(site: Site, cookies: string | undefined): Verdict {
    const begun = performance.now();
    const session = this.#sessions.find(findCookie(cookies, gateCookieName(site.secure)));
    const verdict = session?.program === site.program.id ? this.of(session) : notBound;
    this.#metrics?.decided(verdict.answer, performance.now() - begun);
    return verdict;
  }

  /** The verdict on a session as it stands now. */
  of(session: GateSession): Exclude<Verdict, { answer: 'not-bound' }> {
    const entry = this.#access.get(session.workstation, session.program);
    if (!entry) return { answer: 'locked', session, reasons: notDecided };
    const { access, reasons } = entry.decision;
    if (access === 'locked') return { answer: 'locked', session, reasons };
    return { answer: 'allowed', session, access };
  }
}

const notBound = { answer: 'not-bound' } as const;
