import type { z } from 'zod';
import type { CannotTell } from '../../../shared/checks/define.ts';
import { unreadOf } from '../checks/reader.ts';
import type { Transcript } from '../host/probe.ts';

/** The answer of a call into Windows, or why there is none; `{ error }` is Windows' own number. */
export function parseNative<T extends z.ZodType>(
  transcript: Transcript,
  schema: T,
  what: string,
): { value: z.output<T> } | CannotTell {
  const unread = unreadOf(transcript);
  if (unread) return unread;
  try {
    const answer: unknown = JSON.parse(transcript.outcome === 'ok' ? transcript.text : '');
    const error = errorIn(answer);
    return error === undefined ? { value: schema.parse(answer) } : troubleOf(error, what);
  } catch {
    return { cannotTell: 'unparsable', detail: what };
  }
}

/** Only an answer that is nothing but an error: parts may have errors of their own. */
function errorIn(answer: unknown): number | undefined {
  const isError = typeof answer === 'object' && answer !== null && Object.keys(answer).join() === 'error';
  return isError && 'error' in answer && typeof answer.error === 'number' ? answer.error : undefined;
}

/** 2 not found, 5 denied, 50 and 120 not supported, 1060 and 1062 no such or no started service, 1168 not found. */
export function troubleOf(error: number, what: string): CannotTell {
  const detail = `${what}: Windows error ${error}`;
  if (error === 5) return { cannotTell: 'denied', detail };
  return { cannotTell: [2, 50, 120, 127, 1060, 1062, 1168].includes(error) ? 'absent' : 'failed', detail };
}
