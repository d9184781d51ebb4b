import type { Transcript } from '../host/probe.ts';
import { parsePs, psCommand, type RunningPath } from '../host/ps-table.ts';
import { type Answer, isAnswer, textOf } from './answers.ts';
import { program } from './probes.ts';

export function processList(why: string) {
  return program(psCommand.path, psCommand.args, why);
}

export function runningPaths(transcript: Transcript): Answer<RunningPath[]> {
  const text = textOf(transcript, 'ps');
  if (!isAnswer(text)) return text;
  const running = parsePs(text.value);
  return running.length > 0 ? { value: running } : { cannotTell: 'unparsable', detail: 'ps' };
}

/** File names of running programs, in lower case. */
export function runningNames(transcript: Transcript): ReadonlySet<string> {
  const running = runningPaths(transcript);
  return new Set(isAnswer(running) ? running.value.map(({ path }) => baseName(path).toLowerCase()) : []);
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
