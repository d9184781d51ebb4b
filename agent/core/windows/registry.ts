import { z } from 'zod';
import type { CannotTell } from '../../../shared/checks/define.ts';
import { unreadOf } from '../checks/reader.ts';
import type { RegistryKey, RegistryValue, Transcript } from '../host/probe.ts';

const Value = z.union([z.string(), z.number(), z.array(z.string())]);
const Key = z.union([
  z.object({ key: z.string(), error: z.number() }),
  z.object({ key: z.string(), values: z.record(z.string(), Value), changedAt: z.iso.datetime().optional() }),
]);
const Loose = z.record(z.string(), z.unknown());

/** What a registry probe brought back. A key that nobody asked for, or that was refused, is not a missing key. */
export interface Registry {
  /** `unread`: refused, or not among what was read. */
  state(key: string): 'there' | 'not-there' | 'unread';
  /** Undefined where the value is not set. */
  number(key: string, name: string): number | undefined;
  text(key: string, name: string): string | undefined;
  changedAt(key: string): string | undefined;
  /** Why nothing is known of a key that is not there or was not read. */
  trouble(key: string): CannotTell;
  /** Every key that could be read, in the order in which it was. */
  readonly keys: readonly Extract<RegistryKey, { values: unknown }>[];
}

type Unread = Exclude<ReturnType<typeof unreadOf>, undefined>;

/**
 * Accepts the agent's own JSON, what `reg query` prints, what regedit exports, and one PowerShell object as JSON, which
 * is `mainKey` then.
 */
export function parseRegistry(transcript: Transcript, mainKey: string): Registry | Unread {
  if (transcript.outcome !== 'ok') return unreadOf(transcript) ?? { cannotTell: 'failed' };
  const keys = parseKeys(transcript.text, mainKey);
  if (keys === undefined) return { cannotTell: 'unparsable', detail: 'registry' };
  return lookUp(keys);
}

function lookUp(keys: readonly RegistryKey[]): Registry {
  const byName = new Map(keys.map((key) => [plainKey(key.key), key]));
  const valuesOf = (key: string) => {
    const found = byName.get(plainKey(key));
    return found && 'values' in found ? found : undefined;
  };
  const find = (key: string, name: string): RegistryValue | undefined => {
    const entries = Object.entries(valuesOf(key)?.values ?? {});
    return entries.find(([known]) => known.toLowerCase() === name.toLowerCase())?.[1];
  };
  return {
    state(key) {
      const found = byName.get(plainKey(key));
      if (found === undefined) return 'unread';
      if ('values' in found) return 'there';
      return found.error === 2 ? 'not-there' : 'unread';
    },
    number(key, name) {
      const value = find(key, name);
      const number = typeof value === 'string' ? numberIn(value) : value;
      return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
    },
    text(key, name) {
      const value = find(key, name);
      return typeof value === 'number' ? String(value) : typeof value === 'string' ? value : undefined;
    },
    changedAt: (key) => valuesOf(key)?.changedAt,
    trouble(key) {
      const found = byName.get(plainKey(key));
      const error = found && 'error' in found ? found.error : 2;
      return { cannotTell: error === 2 ? 'absent' : error === 5 ? 'denied' : 'failed', detail: key.slice(0, 200) };
    },
    keys: keys.filter((key) => 'values' in key),
  };
}

/** Some numbers are kept as texts, such as every one of the control panel. */
function numberIn(text: string): number | undefined {
  if (/^\d{1,15}$/.test(text.trim())) return Number(text);
  return undefined;
}

function plainKey(key: string): string {
  return key
    .replace(/^HKEY_LOCAL_MACHINE/i, 'HKLM')
    .replace(/^HKEY_CURRENT_USER/i, 'HKCU')
    .toLowerCase();
}

function parseKeys(text: string, mainKey: string): RegistryKey[] | undefined {
  const plain = text.replace(/^\uFEFF/, '').trim();
  if (/^\[HKEY_/m.test(plain)) return parseRegFile(plain);
  if (/^HKEY_/m.test(plain) && !/^[[{]/.test(plain)) return parseRegQuery(plain);
  try {
    const json: unknown = JSON.parse(plain);
    return Array.isArray(json) ? (z.array(Key).parse(json) as RegistryKey[]) : [fromObject(Loose.parse(json), mainKey)];
  } catch {
    return undefined;
  }
}

function fromObject(object: Readonly<Record<string, unknown>>, key: string): RegistryKey {
  const values = Object.entries(object).filter(
    (entry): entry is [string, RegistryValue] => Value.safeParse(entry[1]).success,
  );
  if (values.length === 0) throw new Error('an object without values');
  return { key, values: Object.fromEntries(values) };
}

/** `    UBR    REG_DWORD    0x1a2b` under a line that begins with `HKEY_`. */
function parseRegQuery(text: string): RegistryKey[] {
  const keys: { key: string; values: Record<string, RegistryValue> }[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('HKEY_')) keys.push({ key: line.trim(), values: {} });
    const [, name, type, value = ''] = /^ {4}(.+?) {4}(REG_[A-Z_]+)(?: {4}(.*))?$/.exec(line) ?? [];
    const last = keys.at(-1);
    if (last && name !== undefined && type !== undefined) last.values[name] = typedValue(type, value);
  }
  return keys;
}

function typedValue(type: string, value: string): RegistryValue {
  if (type === 'REG_DWORD' || type === 'REG_QWORD') return Number.parseInt(value, 16);
  return type === 'REG_MULTI_SZ' ? value.split('\\0').filter(Boolean) : value;
}

/** `"UBR"=dword:00001a2b` and `"EditionID"="Core"` under `[HKEY_…]`; everything else is left as it stands. */
function parseRegFile(text: string): RegistryKey[] {
  const keys: { key: string; values: Record<string, RegistryValue> }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const key = /^\[(HKEY_[^\]]+)\]\s*$/.exec(line)?.[1];
    if (key !== undefined) keys.push({ key, values: {} });
    const [, name, dword, quoted, other] = /^"([^"]+)"=(?:dword:([0-9a-f]{8})|"(.*)"|(.*))\s*$/i.exec(line) ?? [];
    const last = keys.at(-1);
    if (last === undefined || name === undefined) continue;
    const plain = quoted?.replace(/\\(["\\])/g, '$1') ?? other ?? '';
    last.values[name] = dword === undefined ? plain : Number.parseInt(dword, 16);
  }
  return keys;
}
