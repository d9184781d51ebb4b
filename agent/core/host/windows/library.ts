import { createRequire } from 'node:module';
import type koffi from 'koffi';

/** The only place that loads koffi, which calls functions of the system's libraries; loaded when first needed. */
export type Koffi = typeof koffi;

const require = createRequire(import.meta.url);
let loaded: Koffi | undefined;

export function ffi(): Koffi {
  loaded ??= require('koffi') as Koffi;
  return loaded;
}

/** A pointer or handle is a bigint here and 0n when it is null; `Buffer`s are lent to the call. */
export type Argument = number | bigint | string | Buffer | null;
export type SystemFunction = (...args: readonly Argument[]) => number | bigint;

/** Argument and result types of a function, in koffi's words: `u32`, `i64` for handles, `ptr`, `text`. */
export type ValueType = keyof typeof typeNames;

const typeNames = {
  u32: 'uint32_t',
  i32: 'int32_t',
  i64: 'int64_t',
  u64: 'uint64_t',
  ptr: 'void *',
  text: 'str16',
} as const;

const functions = new Map<string, SystemFunction>();
const libraries = new Map<string, ReturnType<Koffi['load']>>();

/** Throws when this Windows has no such library or function. */
export function systemFunction(
  library: string,
  name: string,
  args: readonly ValueType[],
  result: ValueType = 'u32',
): SystemFunction {
  const key = `${library}!${name}`;
  const known = functions.get(key);
  if (known) return known;
  const made = openLibrary(library).func(
    name,
    typeNames[result],
    args.map((type) => typeNames[type]),
  ) as SystemFunction;
  functions.set(key, made);
  return made;
}

/** By its full path, so that no library of the same name beside the program is taken for it. */
function openLibrary(name: string): ReturnType<Koffi['load']> {
  const known = libraries.get(name);
  if (known) return known;
  // These two are part of every process already.
  const isLoaded = name === 'kernel32.dll' || name === 'advapi32.dll';
  const library = ffi().load(isLoaded ? name : `${systemFolder()}\\${name}`);
  libraries.set(name, library);
  return library;
}

let folder: string | undefined;

/** `C:\Windows\System32`, by Windows' own word where it can be asked: an environment variable would be anybody's. */
export function systemFolder(): string {
  folder ??= orElse('', askSystemFolder) || 'C:\\Windows\\System32';
  return folder;
}

function askSystemFolder(): string {
  const get = systemFunction('kernel32.dll', 'GetSystemDirectoryW', ['ptr', 'u32']);
  return readWideText((buffer) => Number(get(buffer, buffer.length / 2)));
}

/** What a call says, or `other` where koffi has no build for this processor or may not be loaded. */
export function orElse<T>(other: T, call: () => T): T {
  try {
    return call();
  } catch {
    return other;
  }
}

/** Lent to one call at a time: nothing here waits in between. */
const lent = Buffer.alloc(65_536);

/** Lends a buffer to a function that writes a text and returns its length in characters. */
export function readWideText(fill: (buffer: Buffer) => number): string {
  const length = fill(lent);
  return lent.toString('utf16le', 0, Math.min(lent.length, length * 2));
}

/** UTF-16 up to the first NUL. */
export function wideText(buffer: Buffer, start: number, bytes: number): string {
  return buffer.toString('utf16le', start, start + bytes).split('\0', 1)[0] ?? '';
}

/** First moment of the year 10000, in milliseconds: Windows writes "never" as a time far beyond it. */
const beyond = 253_402_300_800_000;

/** 100-nanosecond steps since 1601, as Windows keeps its times; undefined for "never". */
export function fromFileTime(ticks: bigint): string | undefined {
  const milliseconds = Number(ticks / 10_000n) - 11_644_473_600_000;
  return ticks <= 0n || milliseconds >= beyond ? undefined : new Date(milliseconds).toISOString();
}
