import type { CannotTellReason } from '../../../shared/checks/define.ts';
import type { Probe, Transcript } from '../host/probe.ts';

/** What a reader remembers between two readings on this workstation; kept on its disk, never sent. */
export type Memory = Readonly<Record<string, string>>;

export interface ReaderContext {
  readonly now: Date;
  readonly memory: Memory;
  /** Software that the policies ask for, by catalogue id or `process:<file name>`. */
  readonly wanted: readonly string[];
}

/** What a reader made of its transcripts: the fact, or why there is none. `memory` replaces what it remembered. */
export type Parsed<Fact> =
  | { fact: Fact; memory?: Memory }
  | { cannotTell: CannotTellReason; detail?: string | undefined };

/** Reads one fact on one system: probes as data, and a pure parse of what they brought back. */
export interface Reader<Fact, Name extends string = string> {
  readonly probes: Readonly<Record<Name, Probe>>;
  parse(transcripts: Readonly<Record<Name, Transcript>>, context: ReaderContext): Parsed<Fact>;
}

/** Ties the names of the probes to those the parse may use, and then forgets them, so that readers fit in one table. */
export function reader<Fact, const Name extends string>(definition: Reader<Fact, Name>): Reader<Fact> {
  return definition;
}

/** Why a transcript holds nothing, for a part of a fact. `undefined` when it does hold something. */
export function unreadOf(transcript: Transcript): { cannotTell: CannotTellReason; detail?: string } | undefined {
  if (transcript.outcome === 'ok') return undefined;
  return { cannotTell: transcript.outcome, ...(transcript.detail && { detail: transcript.detail.slice(0, 200) }) };
}
