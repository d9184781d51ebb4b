import { z } from 'zod';
import { Os } from '../../shared/checks/define.ts';
import { CheckId, type Readings } from '../../shared/checks/index.ts';
import { type Names, Scrubber } from '../../shared/scrub.ts';
import { readers } from './checks/index.ts';
import type { Parsed } from './checks/reader.ts';
import type { Host } from './host/host.ts';
import type { Transcript } from './host/probe.ts';
import type { Programs } from './programs.ts';
import { findingsOf, type ScanResult } from './scan.ts';
import { parseSafely, readProbes, toReading } from './scanner.ts';
import { agentVersion } from './version.ts';

const Trouble = z.enum(['absent', 'denied', 'timeout', 'too-large', 'failed']);
const RecordedTranscript = z.union([
  z.object({
    outcome: z.literal('ok'),
    text: z.string(),
    exitCode: z.number().optional(),
    errorText: z.string().optional(),
    changedAt: z.string().optional(),
  }),
  z.object({ outcome: Trouble, detail: z.string().optional() }),
]);

/** What the probes of one check brought back, and what the reader was told beside. */
const RecordedCheck = z.object({
  transcripts: z.record(z.string(), RecordedTranscript),
  context: z.object({
    now: z.iso.datetime(),
    memory: z.record(z.string(), z.string()),
    wanted: z.array(z.string()),
  }),
  /** What the version that recorded it made of it. */
  expected: z.unknown().optional(),
});
export type RecordedCheck = z.output<typeof RecordedCheck>;

/** A machine as its probes saw it, to be looked at anywhere. */
export const Recording = z.object({
  shiftgate: z.literal('recording'),
  os: Os,
  agentVersion: z.string(),
  at: z.iso.datetime(),
  checks: z.partialRecord(CheckId, RecordedCheck),
});
export type Recording = z.output<typeof Recording>;

/** Runs every probe of some checks, and takes out what names people and machines. */
export async function recordChecks(
  checks: readonly CheckId[],
  { host, wanted, names }: { host: Host; wanted: readonly string[]; names: Names },
): Promise<Recording> {
  const now = new Date().toISOString();
  const read = checks.map(async (id) => {
    const reader = readers[id][host.os];
    return reader === 'unsupported' ? [] : [[id, await readProbes(reader, host)] as const];
  });
  const found = (await Promise.all(read)).flat();
  const scrubber = new Scrubber(
    names,
    found.flatMap(([, transcripts]) => Object.values(transcripts).flatMap(textsOf)),
  );
  const recorded = found.map(([id, raw]): [CheckId, RecordedCheck] => {
    const clean = Object.entries(raw).map(([name, one]) => [name, scrubTranscript(one, scrubber)] as const);
    const transcripts = Object.fromEntries(clean);
    const context = { now, memory: {}, wanted: [...wanted] };
    return [id, { transcripts, context, expected: parseRecorded(id, host.os, { transcripts, context }) }];
  });
  return {
    shiftgate: 'recording',
    os: host.os,
    agentVersion,
    at: now,
    checks: Object.fromEntries(recorded),
  };
}

/** What the readers of this version make of a recording, judged as on the machine itself. */
export function replay({ os, at, checks }: Recording, programs: Programs): Pick<ScanResult, 'facts' | 'findings'> {
  const ids = CheckId.options.filter((id) => checks[id] !== undefined);
  const facts: Readings = Object.fromEntries(ids.map((id) => [id, replayCheck(id, os, checks[id])]));
  return { facts, findings: findingsOf(facts, programs, new Date(at)) };
}

function replayCheck(id: CheckId, os: Os, recorded: RecordedCheck | undefined) {
  const now = new Date(recorded?.context.now ?? 0);
  return toReading(recorded ? parseRecorded(id, os, recorded) : { cannotTell: 'unsupported' }, now);
}

function parseRecorded(id: CheckId, os: Os, { transcripts, context }: RecordedCheck): Parsed<unknown> {
  const reader = readers[id][os];
  if (reader === 'unsupported') return { cannotTell: 'unsupported' };
  // A version that asks for more than the recorded one finds nothing there.
  const missing = Object.keys(reader.probes).map((name): [string, Transcript] => [name, { outcome: 'absent' }]);
  const all = { ...Object.fromEntries(missing), ...transcripts } as Record<string, Transcript>;
  return parseSafely(id, () => reader.parse(all, { ...context, now: new Date(context.now) }));
}

function textsOf(transcript: Transcript): string[] {
  return transcript.outcome === 'ok' ? [transcript.text] : [];
}

function scrubTranscript(transcript: Transcript, scrubber: Scrubber): z.output<typeof RecordedTranscript> {
  if (transcript.outcome !== 'ok') {
    const { outcome, detail } = transcript;
    return { outcome, ...(detail !== undefined && { detail: scrubber.scrub(detail) }) };
  }
  const { errorText } = transcript;
  return {
    ...transcript,
    text: scrubber.scrub(transcript.text),
    ...(errorText !== undefined && { errorText: scrubber.scrub(errorText) }),
  };
}
