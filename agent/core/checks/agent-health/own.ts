import { z } from 'zod';
import { agentHealth } from '../../../../shared/checks/agent-health.ts';
import type { CannotTell } from '../../../../shared/checks/define.ts';
import type { FactOf } from '../../../../shared/checks/index.ts';
import { notesFile } from '../../host/own.ts';
import type { OwnProbe, Transcript } from '../../host/probe.ts';
import type { StateFolder } from '../../host/state-folder.ts';
import type { Parsed } from '../reader.ts';

type Fact = FactOf<'agent-health'>;
const { update, permissions, key } = agentHealth.fact.shape;

export const ownProbe: OwnProbe = {
  kind: 'own',
  why: 'which version of Shiftgate this is, and whether its files are those that were shipped',
};

const Own = z.object({
  version: z.string().min(1).max(40),
  files: z.enum(['intact', 'changed', 'unlisted', 'unreadable']),
  changed: z.number().optional(),
  keyFile: z.boolean().optional(),
  noted: z.string().optional(),
});
type Own = z.output<typeof Own>;

/** What the desktop part of the agent notes in its folder, as it learns of it. */
export const Notes = z.object({
  update: update.optional(),
  permissions: permissions.optional(),
  key: key.optional(),
});
export type Notes = z.output<typeof Notes>;

/** Keeps what was noted before of everything that is not among these notes; returns why it failed. */
export function note(folder: Pick<StateFolder, 'read' | 'tryWrite'>, notes: Notes): string | undefined {
  const before = notesOf(folder.read(notesFile));
  return folder.tryWrite(notesFile, JSON.stringify({ ...before, ...notes }));
}

/** The same on every system; `asked` is what that system was asked about permissions, over what has been noted. */
export function parseOwn(transcript: Transcript, asked: Fact['permissions'] = []): Parsed<Fact> {
  if (transcript.outcome !== 'ok') return { cannotTell: transcript.outcome, detail: transcript.detail };
  const own = Own.safeParse(jsonOf(transcript.text));
  if (!own.success) return { cannotTell: 'unparsable', detail: 'what the agent says of itself' };
  const notes = notesOf(own.data.noted);
  const noted = (notes.permissions ?? []).filter(({ name }) => !asked.some((one) => one.name === name));
  return {
    fact: {
      version: own.data.version,
      update: notes.update ?? updateOf(own.data),
      files: filesOf(own.data),
      permissions: [...asked, ...noted].slice(0, 8),
      key: notes.key ?? keyOf(own.data),
    },
  };
}

function notesOf(noted = ''): Notes {
  const notes = Notes.safeParse(jsonOf(noted));
  return notes.success ? notes.data : {};
}

/** Nothing looks for updates of a checkout. */
function updateOf({ files }: Own): Fact['update'] {
  return files === 'unlisted' ? { state: 'off' } : unknown('never-read', 'nothing has looked for updates yet');
}

function filesOf({ files }: Own): Fact['files'] {
  if (files === 'intact' || files === 'changed') return files;
  if (files === 'unlisted') return unknown('absent', 'run from source: there is no list of what was shipped');
  return unknown('unparsable', 'the list of what was shipped');
}

function keyOf({ keyFile }: Own): Fact['key'] {
  return keyFile ? 'file' : unknown('absent', 'there is no key in the folder of the agent');
}

function unknown(cannotTell: CannotTell['cannotTell'], detail: string): CannotTell {
  return { cannotTell, detail };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
