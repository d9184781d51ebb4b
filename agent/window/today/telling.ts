import type { Model } from '../../ipc/model.ts';
import type { Voice } from '../voice.ts';
import { type Rows, rowsOf } from './rows.ts';
import { type Sentence, sentenceOf } from './sentence.ts';
import { judge, type WindowState } from './verdict.ts';

/** What the window says first, and the icon beside the clock as well. */
export interface Telling {
  readonly state: WindowState;
  readonly sentence: Sentence;
  readonly deadline?: string;
  readonly rows: Rows;
}

const nothing: Rows = { toFix: [], advice: [], unknown: [], excused: [], fine: [], notNeeded: [] };

/** Pure: the one judgement of what the model means at this moment. */
export function tellingOf(model: Model, voice: Voice, now: number): Telling {
  const { phase, snapshot, trouble } = model;
  const { verdict: say, start } = voice.words;
  if (phase === 'crashed') {
    const sentence = { first: say.crashed, more: trouble ?? say.crashedMore };
    return { state: 'crashed', sentence, rows: nothing };
  }
  if (phase === 'not-enrolled') return { state: 'not-enrolled', sentence: { first: start.title }, rows: nothing };
  if (!snapshot) return { state: 'checking', sentence: { first: say.checking, more: say.checkingNow }, rows: nothing };
  const rows = rowsOf(snapshot.programs);
  const verdict = judge(snapshot, rows, now);
  const told = {
    ...{ verdict, rows, now },
    programs: snapshot.programs.length,
    console: snapshot.console.name,
    lastContactAt: snapshot.link.lastContactAt,
  };
  const { state, deadline } = verdict;
  return { state, sentence: sentenceOf(told, voice), rows, ...(deadline && { deadline }) };
}
