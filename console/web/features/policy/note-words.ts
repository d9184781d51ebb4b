import type { Voice } from '../../voice.ts';

/** What was written beside a version; the first one comes with the program, and the console wrote its note. */
export function sayNote({ version, note }: { version: number; note: string }, voice: Voice): string {
  return version === 1 ? voice.phrase(note) : note;
}
