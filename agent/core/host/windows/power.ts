import { ffi, systemFunction } from './library.ts';

const library = 'powrprof.dll';

/** Subgroup and setting GUIDs of winnt.h, as their 16 bytes lie in memory. */
const displayGroup = guid('7516b95f-f776-4464-8c53-06167f40cc99'); // GUID_VIDEO_SUBGROUP
const displayOff = guid('3c0bc021-c8a8-4e07-a973-6b14cbcb2b7e'); // GUID_VIDEO_POWERDOWN_TIMEOUT
const sleepGroup = guid('238c9fa8-0aad-41ed-83f4-97be242c8f20'); // GUID_SLEEP_SUBGROUP
const sleepAfter = guid('29f6c1db-86da-48c5-9fdb-f2b67b1f44da'); // GUID_STANDBY_TIMEOUT
const noGroup = guid('fea3413e-7e05-4911-9a71-700331f1c294'); // NO_SUBGROUP_GUID
const consoleLock = guid('0e796bdb-100d-47d6-a2d5-f7d2daa51f51'); // GUID_LOCK_CONSOLE_ON_WAKE

/** Seconds and switches of the power scheme in use, on mains and on battery; absent where it has none. */
export interface PowerAnswer {
  readonly displayOff: Readonly<Record<Supply, number | undefined>>;
  readonly sleep: Readonly<Record<Supply, number | undefined>>;
  readonly passwordOnWake: Readonly<Record<Supply, number | undefined>>;
  /** The PC stays awake behind a dark screen, as a phone does. Without it a dark screen locks nothing. */
  readonly modernStandby: boolean;
}
type Supply = 'mains' | 'battery';

export function readPower(): { error: number } | PowerAnswer {
  const scheme = Buffer.alloc(8);
  const error = Number(systemFunction(library, 'PowerGetActiveScheme', ['ptr', 'ptr'])(null, scheme));
  if (error !== 0) return { error };
  const pointer = scheme.readBigUInt64LE();
  const active = Buffer.from(ffi().decode(pointer, 'uint8_t', 16) as ArrayLike<number>);
  systemFunction('kernel32.dll', 'LocalFree', ['i64'], 'i64')(pointer);
  const read = (group: Buffer, setting: Buffer) => ({
    mains: readIndex('PowerReadACValueIndex', active, group, setting),
    battery: readIndex('PowerReadDCValueIndex', active, group, setting),
  });
  return {
    displayOff: read(displayGroup, displayOff),
    sleep: read(sleepGroup, sleepAfter),
    passwordOnWake: read(noGroup, consoleLock),
    modernStandby: readModernStandby(),
  };
}

/** SYSTEM_POWER_CAPABILITIES has 76 bytes, the first of them switches; AoAc ("always on, always connected") is at 20. */
function readModernStandby(): boolean {
  const capabilities = Buffer.alloc(128);
  const done = Number(systemFunction(library, 'GetPwrCapabilities', ['ptr'], 'u32')(capabilities)) & 0xff;
  return done !== 0 && capabilities.readUInt8(20) !== 0;
}

function readIndex(name: string, scheme: Buffer, group: Buffer, setting: Buffer): number | undefined {
  const value = Buffer.alloc(4);
  const ask = systemFunction(library, name, ['ptr', 'ptr', 'ptr', 'ptr', 'ptr']);
  return Number(ask(null, scheme, group, setting, value)) === 0 ? value.readUInt32LE() : undefined;
}

/** The first three parts are numbers in the machine's order, the rest are bytes. */
export function guid(text: string): Buffer {
  const bytes = Buffer.from(text.replaceAll('-', ''), 'hex');
  bytes.subarray(0, 4).reverse();
  bytes.subarray(4, 6).reverse();
  bytes.subarray(6, 8).reverse();
  return bytes;
}
