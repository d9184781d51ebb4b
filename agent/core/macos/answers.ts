import type { z } from 'zod';
import type { CannotTell } from '../../../shared/checks/define.ts';
import type { Transcript } from '../host/probe.ts';
import { parsePlist } from './plist.ts';

/** What one source said, or why it said nothing. */
export type Answer<T> = { readonly value: T } | CannotTell;

export function isAnswer<T>(answer: Answer<T>): answer is { readonly value: T } {
  return 'value' in answer;
}

export function valueIn<T>(answer: Answer<T>): T | undefined {
  return isAnswer(answer) ? answer.value : undefined;
}

const because = (cannotTell: CannotTell['cannotTell'], detail: string): CannotTell => ({
  cannotTell,
  detail: detail.slice(0, 200),
});

/** The text of a source, whatever its exit code: many of these programs answer "no" with one. */
export function textOf(transcript: Transcript, what: string): Answer<string> {
  if (transcript.outcome !== 'ok') return because(transcript.outcome, what);
  const said = `${transcript.text.slice(0, 2000)}\n${transcript.errorText ?? ''}`;
  if (/requires? (?:root|administrator)|administrator access|must be root|run as root/i.test(said)) {
    return because('needs-admin', what);
  }
  return { value: transcript.text };
}

/** What a regular expression finds in the text of a source. */
export function foundIn(transcript: Transcript, what: string, pattern: RegExp): Answer<RegExpExecArray> {
  const text = textOf(transcript, what);
  if (!isAnswer(text)) return text;
  const found = pattern.exec(text.value);
  if (found) return { value: found };
  if (transcript.outcome === 'ok' && transcript.exitCode) {
    return because('failed', `${what}: ${transcript.errorText?.trim() || `ended with ${transcript.exitCode}`}`);
  }
  return because('unparsable', what);
}

export function jsonOf<T extends z.ZodType>(transcript: Transcript, what: string, schema: T): Answer<z.output<T>> {
  const text = textOf(transcript, what);
  if (!isAnswer(text)) return text;
  try {
    return { value: schema.parse(JSON.parse(text.value)) };
  } catch {
    return because(isFailed(transcript) ? 'failed' : 'unparsable', what);
  }
}

/** `plutil` says in words that there is no such file. */
export function plistOf<T extends z.ZodType>(transcript: Transcript, what: string, schema: T): Answer<z.output<T>> {
  const text = textOf(transcript, what);
  if (!isAnswer(text) || transcript.outcome !== 'ok') return isAnswer(text) ? because('failed', what) : text;
  const said = `${text.value.slice(0, 2000)}\n${transcript.errorText ?? ''}`;
  if (/permission to view|Code=257/.test(said)) return because('denied', what);
  if (/file does not exist|no such file|Code=260/i.test(said)) return because('absent', what);
  const parsed = schema.safeParse(parsePlist(text.value));
  if (parsed.success) return { value: parsed.data };
  return because(isFailed(transcript) ? 'failed' : 'unparsable', what);
}

function isFailed(transcript: Transcript): boolean {
  return transcript.outcome === 'ok' && transcript.exitCode !== undefined && transcript.exitCode !== 0;
}

/** Of several sources that say nothing, the reason that says most: something was there and could not be understood. */
export function mostTelling(...answers: readonly Answer<unknown>[]): CannotTell {
  const unread = answers.filter((answer) => 'cannotTell' in answer);
  const first =
    unread.find(({ cannotTell }) => cannotTell === 'unparsable') ??
    unread.find(({ cannotTell }) => cannotTell !== 'absent') ??
    unread[0];
  return first ?? because('absent', 'nothing that would know');
}
