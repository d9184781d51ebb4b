import type { AccessReason } from '../../shared/access/decide.ts';
import type { Params } from '../../shared/checks/define.ts';
import { giveVoice, localeOf, type Voice as OwnVoice } from '../../shared/words/voice.ts';
import type { OutsideCode } from '../../shared/words/words.ts';
import { Refused } from './api.ts';
import { createTimes, type Times } from './parts/time-words.ts';
import type { AllWords } from './words/languages.ts';
import { createPhrasebook } from './words/phrasebook.ts';
import type { ConsoleWords } from './words/words.ts';

/** Everything that the console's screens say, in one language. */
export interface Voice extends OwnVoice<ConsoleWords>, Times {
  /** What the server says, by its English. */
  phrase(english: string): string;
  /** A fact in one line, by the English of its check. */
  fact(english: string): string;
  /** Why something did not work, and the remedy. */
  error(error: Error): string;
  /** `System updates and VPN`. */
  checks(ids: readonly string[]): string;
  /** Who did something: an operator's name, or what the console calls those that have none. */
  actor(name: string): string;
  problem(reason: AccessReason): string;
  /** What goes wrong on many workstations, each with names and numbers of its own, in a few words. */
  causeTitle(cause: string, code: string): string;
  /** The problem, and the word that keeps it from counting where there is one. */
  cause(reason: AccessReason): string;
}

/** `tags`: the browser's languages, for the person's own variant of one: 24 or 12 hours, order of day and month. */
export function createVoice(all: AllWords, tags: readonly string[]): Voice {
  const locale = localeOf(all.checks.language, tags);
  const own = giveVoice(all.console, all.checks, locale);
  const { terms, refused } = all.console.frame;
  const phrase = createPhrasebook(all.phrases?.sentences ?? {});
  const actor = (name: string) => (name === 'command line' ? terms.commandLine : name);
  /** Who did something by hand may have no name. */
  const named = (params: Params) => ('by' in params ? { ...params, by: actor(String(params['by'])) } : params);
  const say: Voice['say'] = (cause, code, params) => own.say(cause, code, named(params));
  const problem = ({ cause, code, params }: AccessReason) => say(cause, code, params).problem;
  return {
    ...own,
    ...createTimes(all.console.frame.times, own, locale),
    phrase,
    fact: createPhrasebook(all.phrases?.facts ?? {}),
    problem,
    causeTitle(cause, code) {
      const { cannotTell, outside, checks } = all.console.causes;
      const titles: Readonly<Record<string, Readonly<Record<string, string>>>> = { ...checks };
      const title = titles[cause]?.[code] ?? outside[code as OutsideCode];
      const reasons: Readonly<Record<string, string>> = all.checks.cannotTell;
      return title ?? own.fill(cannotTell, { check: own.title(cause), why: reasons[code] ?? code });
    },
    error(error) {
      const code = error instanceof Refused ? error.code : undefined;
      return code === 'unreachable' || code === 'unreadable' ? refused[code] : phrase(error.message);
    },
    actor,
    say,
    sayAccess: (access, reasons) =>
      own.sayAccess(
        access,
        reasons.map((reason) => ({ ...reason, params: named(reason.params) })),
      ),
    checks: (ids) => own.list(ids.map(own.title)),
    cause(reason) {
      if (reason.effect === 'excused') return own.fill(terms.excusedCause, { problem: problem(reason) });
      if (reason.effect === 'suspended') return own.fill(terms.suspendedCause, { problem: problem(reason) });
      return problem(reason);
    },
  };
}
