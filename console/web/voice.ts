import type { AccessReason } from '../../shared/access/decide.ts';
import type { Params } from '../../shared/checks/define.ts';
import { giveVoice, localeOf, type Voice as OwnVoice } from '../../shared/words/voice.ts';
import { Refused } from './api.ts';
import { createTimes, type Times } from './parts/time-words.ts';
import type { AllWords } from './words/languages.ts';
import type { ConsoleWords } from './words/words.ts';

/** Everything that the console's screens say, in one language. */
export interface Voice extends OwnVoice<ConsoleWords>, Times {
  /** What the server or a check says, by its English. */
  phrase(english: string, params?: Params): string;
  /** Why something did not work, and the remedy. */
  error(error: Error): string;
  /** `System updates and VPN`. */
  checks(ids: readonly string[]): string;
  problem(reason: AccessReason): string;
  /** The problem, and the word that keeps it from counting where there is one. */
  cause(reason: AccessReason): string;
}

/** `tags`: the browser's languages, for the person's own variant of one: 24 or 12 hours, order of day and month. */
export function createVoice(all: AllWords, tags: readonly string[]): Voice {
  const locale = localeOf(all.checks.language, tags);
  const own = giveVoice(all.console, all.checks, locale);
  const { terms, refused } = all.console.frame;
  const phrase = (english: string, params: Params = {}) => own.fill(all.phrases?.[english] ?? english, params);
  const problem = ({ cause, code, params }: AccessReason) => own.say(cause, code, params).problem;
  return {
    ...own,
    ...createTimes(all.console.frame.times, own, locale),
    phrase,
    problem,
    error(error) {
      if (!(error instanceof Refused)) return error.message;
      return error.code === 'unreachable' || error.code === 'unreadable' ? refused[error.code] : error.message;
    },
    checks: (ids) => own.list(ids.map(own.title)),
    cause(reason) {
      if (reason.effect === 'excused') return own.fill(terms.excusedCause, { problem: problem(reason) });
      if (reason.effect === 'suspended') return own.fill(terms.suspendedCause, { problem: problem(reason) });
      return problem(reason);
    },
  };
}
