import { systemFunction } from './library.ts';

/** One drive letter. */
export interface Volume {
  readonly letter: string;
  /** GetDriveType: 2 removable, 3 fixed, 4 network, 5 optical, 6 RAM disk. */
  readonly type: number;
  /** STORAGE_BUS_TYPE: 7 USB, 12 SD, 13 MMC, 4 FireWire; absent where the driver does not say. */
  readonly bus?: number;
  readonly removable?: boolean;
  /** FILE_READ_ONLY_VOLUME; absent where nothing is inserted. */
  readonly readOnly?: boolean;
}

const queryProperty = 0x2d1400; // IOCTL_STORAGE_QUERY_PROPERTY
const shareAll = 0x07;
const openExisting = 3;
const readOnlyVolume = 0x0008_0000;
/** SetThreadErrorMode: an empty card reader must not ask for a card. */
const noDialogs = 0x0001;

export function readVolumes(): { volumes: Volume[]; system: string } {
  const drives = Number(systemFunction('kernel32.dll', 'GetLogicalDrives', [])());
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].filter((_letter, index) => (drives & (1 << index)) !== 0);
  const quiet = systemFunction('kernel32.dll', 'SetThreadErrorMode', ['u32', 'ptr'], 'i32');
  const before = Buffer.alloc(4);
  quiet(noDialogs, before);
  try {
    return { volumes: letters.map(readVolume), system: systemLetter() };
  } finally {
    quiet(before.readUInt32LE(), null);
  }
}

function systemLetter(): string {
  const buffer = Buffer.alloc(1024);
  systemFunction('kernel32.dll', 'GetSystemWindowsDirectoryW', ['ptr', 'u32'])(buffer, buffer.length / 2);
  return buffer.toString('utf16le', 0, 2);
}

function readVolume(letter: string): Volume {
  const type = Number(systemFunction('kernel32.dll', 'GetDriveTypeW', ['text'])(`${letter}:\\`));
  // A network drive may be far away: it is not asked.
  if (type === 4) return { letter, type };
  const flags = fileSystemFlags(letter);
  const readOnly = flags === undefined ? undefined : (flags & readOnlyVolume) !== 0;
  return { letter, type, ...deviceOf(letter), ...(readOnly !== undefined && { readOnly }) };
}

/** No access is asked for, so that nobody needs rights for it. */
function deviceOf(letter: string): { bus: number; removable: boolean } | undefined {
  const create = systemFunction(
    'kernel32.dll',
    'CreateFileW',
    ['text', 'u32', 'u32', 'ptr', 'u32', 'u32', 'i64'],
    'i64',
  );
  const handle = BigInt(create(`\\\\.\\${letter}:`, 0, shareAll, null, openExisting, 0, 0n));
  if (handle === -1n) return undefined;
  const control = systemFunction(
    'kernel32.dll',
    'DeviceIoControl',
    ['i64', 'u32', 'ptr', 'u32', 'ptr', 'u32', 'ptr', 'ptr'],
    'i32',
  );
  // STORAGE_PROPERTY_QUERY of StorageDeviceProperty and PropertyStandardQuery: all zeros.
  const question = Buffer.alloc(12);
  const answer = Buffer.alloc(1024);
  const done = control(handle, queryProperty, question, question.length, answer, answer.length, Buffer.alloc(4), null);
  systemFunction('kernel32.dll', 'CloseHandle', ['i64'], 'i32')(handle);
  // STORAGE_DEVICE_DESCRIPTOR: RemovableMedia at 10, BusType at 28.
  return Number(done) === 0 ? undefined : { bus: answer.readUInt32LE(28), removable: answer.readUInt8(10) !== 0 };
}

function fileSystemFlags(letter: string): number | undefined {
  const ask = systemFunction(
    'kernel32.dll',
    'GetVolumeInformationW',
    ['text', 'ptr', 'u32', 'ptr', 'ptr', 'ptr', 'ptr', 'u32'],
    'i32',
  );
  const flags = Buffer.alloc(4);
  const done = Number(ask(`${letter}:\\`, null, 0, null, null, flags, null, 0));
  return done === 0 ? undefined : flags.readUInt32LE();
}
