import type { Voice } from '../voice.ts';
import type { Rows } from './rows.ts';
import type { Verdict } from './verdict.ts';

interface Told {
  readonly verdict: Verdict;
  readonly rows: Rows;
  readonly programs: number;
  readonly console: string;
  readonly lastContactAt: string | undefined;
  readonly now: number;
}

/** The first sentence of the window, and one that explains it. */
export interface Sentence {
  readonly first: string;
  readonly more?: string;
}

export function sentenceOf(told: Told, voice: Voice): Sentence {
  const { verdict, rows, programs, console, lastContactAt, now } = told;
  const { verdict: say } = voice.words;
  if (programs === 0 && verdict.state === 'not-connected' && lastContactAt)
    return { first: say.noProgram, more: say.noProgramMore };
  switch (verdict.state) {
    case 'ready':
      return { first: say.ready, ...adviceOf(rows, voice) };
    case 'warned':
      return { first: fixBy(verdict, rows, voice, now) };
    case 'cannot-tell':
      return { first: say.cannotTell, more: fixBy(verdict, rows, voice, now) };
    case 'draining':
      return { first: say.draining, ...problemOf(verdict, voice) };
    case 'locked':
      return lockedOf(verdict, rows, programs, voice);
    case 'offline':
      return {
        first: lastContactAt ? voice.fill(say.offline, { time: voice.clock(lastContactAt, now) }) : say.notConnected,
        more: verdict.deadline
          ? voice.fill(say.offlineUntil, { time: voice.clock(verdict.deadline, now) })
          : say.offlineOver,
      };
    case 'checking':
      return { first: say.checking, more: say.checkingNow };
    case 'crashed':
      return { first: say.crashed, more: say.crashedMore };
    case 'refused':
      return { first: say.refused, more: voice.say('enrolment', verdict.refusal ?? 'revoked', {}).remedy };
    case 'not-connected':
    case 'not-enrolled':
      return { first: say.notConnected, more: voice.fill(say.notConnectedYet, { console }) };
  }
}

/** Of the things to fix, only those that end at the deadline count: the others have more time. */
function fixBy(verdict: Verdict, rows: Rows, voice: Voice, now: number): string {
  const { deadline } = verdict;
  if (!deadline) return voice.words.access.warned;
  const count = Math.max(1, rows.toFix.filter(({ until }) => until === undefined || until <= deadline).length);
  return voice.count(voice.words.verdict.readyUntil, count, { time: voice.clock(deadline, now) });
}

function adviceOf(rows: Rows, voice: Voice): Pick<Sentence, 'more'> {
  const count = rows.advice.length;
  return count === 0 ? {} : { more: voice.count(voice.words.verdict.alsoFix, count) };
}

function problemOf({ first }: Verdict, voice: Voice): Pick<Sentence, 'more'> {
  return first ? { more: voice.say(first.cause, first.code, first.params).problem } : {};
}

function lockedOf(verdict: Verdict, rows: Rows, programs: number, voice: Voice): Sentence {
  const { verdict: say } = voice.words;
  const { first, lockedPrograms } = verdict;
  const program = voice.list(lockedPrograms);
  if (first?.cause === 'software' && first.code === 'forbidden-running') {
    const { remedy } = voice.say(first.cause, first.code, first.params);
    return { first: voice.fill(say.lockedByProgram, { program, names: first.params['names'] ?? '' }), more: remedy };
  }
  const all = programs > 1 && lockedPrograms.length === programs;
  const title = all ? say.lockedAll : voice.fill(say.locked, { program });
  const blocking = rows.toFix.filter(({ effect }) => effect === 'lock').length;
  const more = first ? problemOf(verdict, voice) : {};
  return blocking > 1 ? { first: title, more: voice.count(say.fixToUnlock, blocking) } : { first: title, ...more };
}
