import type { RegistryKey, RegistryQuery, RegistryValue } from '../probe.ts';
import { fromFileTime, systemFunction, wideText } from './library.ts';

const roots: Readonly<Record<string, bigint>> = {
  HKLM: -0x7ffffffen, // HKEY_LOCAL_MACHINE, 0x80000002 as a signed handle
  HKCU: -0x7fffffffn, // HKEY_CURRENT_USER, 0x80000001
};

const read64 = 0x20019 | 0x0100; // KEY_READ | KEY_WOW64_64KEY
const valueLimit = 64 * 1024;
const subkeyLimit = 4096;

/** Lent to one call at a time, so that hundreds of values do not take 64 KB each. */
const lent = Buffer.alloc(valueLimit);

const types = { text: 1, expandText: 2, number: 4, texts: 7, longNumber: 11 } as const;

/** Reads what is asked for and nothing else; a key that cannot be opened says why by Windows' own number. */
export function readRegistry(queries: readonly RegistryQuery[]): RegistryKey[] {
  return queries.flatMap((query) => {
    if (!query.key.endsWith('\\*')) return [readKey(query.key, query.values)];
    const parent = query.key.slice(0, -2);
    const names = subkeysOf(parent);
    if (typeof names === 'number') return [{ key: parent, error: names }];
    return names.map((name) => readKey(`${parent}\\${name}`, query.values));
  });
}

function readKey(key: string, values: readonly string[]): RegistryKey {
  return withKey<RegistryKey>(
    key,
    (handle) => {
      const found = values
        .map((name) => [name, readValue(handle, name)] as const)
        .filter((entry): entry is [string, RegistryValue] => entry[1] !== undefined);
      const changedAt = changeOf(handle);
      return { key, values: Object.fromEntries(found), ...(changedAt && { changedAt }) };
    },
    (error) => ({ key, error }),
  );
}

function subkeysOf(key: string): string[] | number {
  return withKey<string[] | number>(key, listSubkeys, (error) => error);
}

function withKey<T>(key: string, use: (handle: bigint) => T, refuse: (error: number) => T): T {
  const open = systemFunction('advapi32.dll', 'RegOpenKeyExW', ['i64', 'text', 'u32', 'u32', 'ptr']);
  const close = systemFunction('advapi32.dll', 'RegCloseKey', ['i64']);
  const { root, path } = rootOf(key);
  const handle = Buffer.alloc(8);
  const error = Number(open(root, path, 0, read64, handle));
  if (error !== 0) return refuse(error);
  try {
    return use(handle.readBigInt64LE());
  } finally {
    close(handle.readBigInt64LE());
  }
}

/** The handle that a key's first part stands for, and the rest. */
export function rootOf(key: string): { root: bigint; path: string } {
  const cut = key.indexOf('\\');
  const root = roots[key.slice(0, cut)];
  if (root === undefined) throw new Error(`No such root: ${key}`);
  return { root, path: key.slice(cut + 1) };
}

function listSubkeys(handle: bigint): string[] {
  const enumerate = systemFunction('advapi32.dll', 'RegEnumKeyExW', [
    ...(['i64', 'u32', 'ptr', 'ptr', 'ptr', 'ptr', 'ptr', 'ptr'] as const),
  ]);
  const names: string[] = [];
  // 255 characters is the longest name there can be.
  const name = Buffer.alloc(512);
  const length = Buffer.alloc(4);
  while (names.length < subkeyLimit) {
    length.writeUInt32LE(256);
    if (Number(enumerate(handle, names.length, name, length, null, null, null, null)) !== 0) break;
    names.push(name.toString('utf16le', 0, length.readUInt32LE() * 2));
  }
  return names;
}

/** Undefined where there is no such value, or a larger one than any that is asked for. */
function readValue(handle: bigint, name: string): RegistryValue | undefined {
  const query = systemFunction('advapi32.dll', 'RegQueryValueExW', ['i64', 'text', 'ptr', 'ptr', 'ptr', 'ptr']);
  const type = Buffer.alloc(4);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(valueLimit);
  if (Number(query(handle, name, null, type, lent, size)) !== 0) return undefined;
  return decodeValue(type.readUInt32LE(), lent.subarray(0, Math.min(size.readUInt32LE(), valueLimit)));
}

export function decodeValue(type: number, data: Buffer): RegistryValue {
  if (type === types.number && data.length === 4) return data.readUInt32LE();
  if (type === types.longNumber && data.length === 8) return Number(data.readBigUInt64LE());
  if (type === types.text || type === types.expandText) return wideText(data, 0, data.length);
  if (type === types.texts) return data.toString('utf16le').split('\0').filter(Boolean);
  return data.toString('hex');
}

function changeOf(handle: bigint): string | undefined {
  const query = systemFunction('advapi32.dll', 'RegQueryInfoKeyW', [
    'i64',
    ...Array.from({ length: 11 }, () => 'ptr' as const),
  ]);
  const time = Buffer.alloc(8);
  const nothing = Array.from({ length: 10 }, () => null);
  return Number(query(handle, ...nothing, time)) === 0 ? fromFileTime(time.readBigUInt64LE()) : undefined;
}
