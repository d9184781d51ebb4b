import { z } from 'zod';
import { type CheckId, checks, type Reading, type Readings } from '../../shared/checks/index.ts';
import { readers } from './checks/index.ts';
import type { Memory, Parsed, Reader } from './checks/reader.ts';
import type { Host } from './host/host.ts';
import type { CommandProbe, Probe, Transcript } from './host/probe.ts';
import type { StateFolder } from './host/state-folder.ts';
import type { Logger } from './log.ts';

const file = 'memory.json';
const Memories = z.record(z.string(), z.record(z.string(), z.string()));

/** What the readers remember from one reading to the next, such as when an update was first seen missing. */
export interface MemoryStore {
  get(check: CheckId): Memory;
  set(check: CheckId, memory: Memory): void;
}

/** Starts empty when the file is missing or damaged: it is only about when something was first seen. */
export function openMemory(folder: Pick<StateFolder, 'read' | 'tryWrite'>, log: Logger): MemoryStore {
  let text = folder.read(file) ?? '';
  const memories = parseMemories(text);
  return {
    get: (check) => memories[check] ?? {},
    set(check, memory) {
      memories[check] = { ...memory };
      const next = JSON.stringify(memories);
      if (next === text) return;
      text = next;
      const reason = folder.tryWrite(file, next);
      if (reason) log.error('What the readers remember cannot be kept on disk.', { reason });
    },
  };
}

function parseMemories(text: string): Record<string, Record<string, string>> {
  try {
    return Memories.parse(JSON.parse(text));
  } catch {
    return {};
  }
}

export interface ScannerDeps {
  readonly host: Host;
  readonly memory: MemoryStore;
  readonly now: () => Date;
}

/** Reads one fact: runs its probes at the same time and parses what they brought. Never throws. */
export async function readCheck<Id extends CheckId>(
  id: Id,
  wanted: readonly string[],
  deps: ScannerDeps,
): Promise<Readings[Id]> {
  const readAt = deps.now();
  const reader = readers[id][deps.host.os];
  if (reader === 'unsupported') return { readAt: readAt.toISOString(), cannotTell: 'unsupported' };
  const transcripts = await readProbes(reader, deps.host);
  const parsed = parseSafely(id, () =>
    (reader as Reader<unknown>).parse(transcripts, { now: readAt, memory: deps.memory.get(id), wanted }),
  );
  if ('memory' in parsed && parsed.memory) deps.memory.set(id, parsed.memory);
  return toReading(parsed, readAt) as Readings[Id];
}

export async function readProbes(reader: Reader<unknown>, host: Host): Promise<Record<string, Transcript>> {
  const pending = new Map<string, Promise<Transcript>>();
  for (const [name, probe] of Object.entries(reader.probes)) pending.set(name, readIfNeeded(probe, pending, host));
  const pairs = [...pending].map(async ([name, transcript]) => [name, await transcript] as const);
  return Object.fromEntries(await Promise.all(pairs));
}

/** A probe that was not needed brings nothing back, and says so. */
async function readIfNeeded(
  probe: Probe,
  pending: ReadonlyMap<string, Promise<Transcript>>,
  host: Host,
): Promise<Transcript> {
  if (probe.kind === 'command' && (await isAnswered(probe, pending)))
    return { outcome: 'absent', detail: 'not needed' };
  return await host.read(probe);
}

/** Whether the probes that come before it have brought enough. */
async function isAnswered(
  { unless, insteadOf }: CommandProbe,
  pending: ReadonlyMap<string, Promise<Transcript>>,
): Promise<boolean> {
  const first = insteadOf === undefined ? undefined : await pending.get(insteadOf);
  if (first?.outcome === 'ok') return true;
  const others = await Promise.all(unless?.probes.map((name) => pending.get(name)) ?? []);
  return others.some((found) => found?.outcome === 'ok' && unless?.said.test(found.text));
}

/** A parse that throws, or makes something that is no fact, has met a form that it does not know. */
export function parseSafely(id: CheckId, parse: () => Parsed<unknown>): Parsed<unknown> {
  try {
    const parsed = parse();
    if ('fact' in parsed) checks[id].fact.parse(parsed.fact);
    return parsed;
  } catch {
    return { cannotTell: 'unparsable', detail: `what this system said about ${id}` };
  }
}

export function toReading(parsed: Parsed<unknown>, at: Date): Reading<unknown> {
  const readAt = at.toISOString();
  if ('fact' in parsed) return { readAt, fact: parsed.fact };
  const { cannotTell, detail } = parsed;
  return { readAt, cannotTell, ...(detail && { detail: detail.slice(0, 200) }) };
}
