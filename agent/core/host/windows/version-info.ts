import { ffi, systemFunction } from './library.ts';

const library = 'version.dll';
const largest = 256 * 1024;
const kept = 2048;
const known = new Map<string, string | undefined>();

/**
 * The file name that its maker wrote into a program: it stays when somebody renames the file. Programs do not change
 * while they run, so each path is opened once.
 */
export function originalName(path: string): string | undefined {
  if (!known.has(path)) {
    if (known.size >= kept) known.clear();
    known.set(path, readOriginalName(path));
  }
  return known.get(path);
}

function readOriginalName(path: string): string | undefined {
  const size = Number(systemFunction(library, 'GetFileVersionInfoSizeW', ['text', 'ptr'])(path, Buffer.alloc(4)));
  if (size === 0 || size > largest) return undefined;
  const data = Buffer.alloc(size);
  const read = systemFunction(library, 'GetFileVersionInfoW', ['text', 'u32', 'u32', 'ptr'], 'i32');
  if (Number(read(path, 0, size, data)) === 0) return undefined;
  const language = languageOf(data);
  return language && queryText(data, `\\StringFileInfo\\${language}\\OriginalFilename`);
}

/** The first language and code page that the program has texts in, as 8 hexadecimal digits. */
function languageOf(data: Buffer): string | undefined {
  const found = query(data, '\\VarFileInfo\\Translation');
  if (!found || found.length < 4) return undefined;
  const [language = 0, codePage = 0] = ffi().decode(found.pointer, 'uint16_t', 2) as ArrayLike<number> & number[];
  return [language, codePage].map((part) => part.toString(16).padStart(4, '0')).join('');
}

function queryText(data: Buffer, place: string): string | undefined {
  const found = query(data, place);
  if (!found || found.length === 0) return undefined;
  // The length of a text is in characters and counts the NUL that should end it.
  const text = ffi().decode.string16(found.pointer, Math.min(found.length, 260));
  return text.split('\0', 1)[0]?.trim() || undefined;
}

function query(data: Buffer, place: string): { pointer: bigint; length: number } | undefined {
  const ask = systemFunction(library, 'VerQueryValueW', ['ptr', 'text', 'ptr', 'ptr'], 'i32');
  const pointer = Buffer.alloc(8);
  const length = Buffer.alloc(4);
  if (Number(ask(data, place, pointer, length)) === 0) return undefined;
  return { pointer: pointer.readBigUInt64LE(), length: length.readUInt32LE() };
}
