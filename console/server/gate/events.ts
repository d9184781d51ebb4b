import type { ServerResponse } from 'node:http';
import { reasonList } from './pages/blocked.ts';
import type { Refusals } from './refusals.ts';
import type { Site } from './sites.ts';
import { type Stream, StreamRegistry } from './streams.ts';
import type { Judge, Verdict } from './verdict.ts';

interface Listener extends Stream {
  /** Sends the decision as it stands now. */
  tell(): void;
  keepAlive(): void;
}

/** The live decision as server-sent events, for the gate's own pages. A lock does not end these; the end of a session does. */
export class AccessEvents {
  readonly #listeners = new StreamRegistry<Listener>();
  readonly #judge: Judge;
  readonly #refusals: Refusals;

  constructor(judge: Judge, refusals: Refusals) {
    this.#judge = judge;
    this.#refusals = refusals;
  }

  /**
   * Answers with the decision for a session, now and whenever it is made anew: event `access`, data
   * `{ access, html? }`. `access` is `not-bound` without a session; `html` is the block page's list of reasons.
   */
  open(response: ServerResponse, site: Site, verdict: Verdict): void {
    // `x-accel-buffering` keeps nginx from collecting events before it passes them on.
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    if (verdict.answer === 'not-bound') {
      response.end(eventText({ access: 'not-bound' }));
      return;
    }
    const { session } = verdict;
    const listener: Listener = {
      session,
      // A page that only hears the end asks again until the gate is back.
      cut: (why) => response.end(why === 'refused' ? eventText({ access: 'not-bound' }) : ''),
      tell: () => response.write(eventText(this.#describe(this.#judge.of(session), site))),
      keepAlive: () => response.write(': still here\n\n'),
    };
    this.#listeners.add(listener);
    response.once('close', () => this.#listeners.remove(listener));
    listener.tell();
  }

  get listeners(): Pick<StreamRegistry, 'cutSession' | 'close'> {
    return this.#listeners;
  }

  /** Tells the pages of a workstation and program of a decision made just now. */
  tell(workstation: string, program: string): void {
    for (const listener of this.#listeners.of(workstation, program)) listener.tell();
  }

  /** Keeps proxies from taking a quiet stream for a dead one. */
  keepAlive(): void {
    for (const listener of this.#listeners.all()) listener.keepAlive();
  }

  #describe(verdict: Exclude<Verdict, { answer: 'not-bound' }>, site: Site) {
    if (verdict.answer === 'allowed') return { access: verdict.access };
    return { access: 'locked', html: reasonList(this.#refusals.describe(verdict, site)).text };
  }
}

function eventText(data: { access: string; html?: string }): string {
  return `event: access\ndata: ${JSON.stringify(data)}\n\n`;
}
