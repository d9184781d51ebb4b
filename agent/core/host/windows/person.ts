import { ffi, systemFunction } from './library.ts';

/** Of the token of this process: what the person at work may do. */
export interface TokenAnswer {
  /** TOKEN_ELEVATION_TYPE: 1 no second token, 2 elevated, 3 the smaller of two. */
  readonly elevationType?: number;
  readonly elevated?: boolean;
  /** Groups that come with Windows (S-1-5-32-…) and their SE_GROUP_ attributes; 0x4 is enabled, 0x10 deny only. */
  readonly groups?: readonly { readonly sid: string; readonly attributes: number }[];
}

const tokenGroups = 2;
const tokenElevationType = 18;
const tokenElevation = 20;

export function readToken(): { error: number } | TokenAnswer {
  const current = systemFunction('kernel32.dll', 'GetCurrentProcess', [], 'i64');
  const open = systemFunction('advapi32.dll', 'OpenProcessToken', ['i64', 'u32', 'ptr'], 'i32');
  const handle = Buffer.alloc(8);
  if (Number(open(BigInt(current()), 0x08, handle)) === 0) return { error: 5 };
  const token = handle.readBigInt64LE();
  const type = tokenPart(token, tokenElevationType)?.readUInt32LE();
  const elevated = tokenPart(token, tokenElevation)?.readUInt32LE();
  const groups = tokenPart(token, tokenGroups);
  systemFunction('kernel32.dll', 'CloseHandle', ['i64'], 'i32')(token);
  return {
    ...(type !== undefined && { elevationType: type }),
    ...(elevated !== undefined && { elevated: elevated !== 0 }),
    ...(groups && { groups: builtInGroups(groups) }),
  };
}

function tokenPart(token: bigint, part: number): Buffer | undefined {
  const ask = systemFunction('advapi32.dll', 'GetTokenInformation', ['i64', 'u32', 'ptr', 'u32', 'ptr'], 'i32');
  const data = Buffer.alloc(65_536);
  const size = Buffer.alloc(4);
  return Number(ask(token, part, data, data.length, size)) === 0 ? undefined : data;
}

/** TOKEN_GROUPS: a count, then at offset 8 one SID_AND_ATTRIBUTES of 16 bytes for each, whose SIDs lie behind them. */
function builtInGroups(groups: Buffer): { sid: string; attributes: number }[] {
  const count = Math.min(groups.readUInt32LE(0), 2000);
  const all = Array.from({ length: count }, (_none, index) => {
    const at = 8 + index * 16;
    return { sid: sidText(groups.readBigUInt64LE(at)), attributes: groups.readUInt32LE(at + 8) };
  });
  return all.filter(({ sid }) => sid.startsWith('S-1-5-32-'));
}

function sidText(pointer: bigint): string {
  const head = Buffer.from(ffi().decode(pointer, 'uint8_t', 8) as ArrayLike<number>);
  const count = Math.min(15, head.readUInt8(1));
  const parts = ffi().decode(pointer, 8, 'uint32_t', count) as ArrayLike<number>;
  return ['S', head.readUInt8(0), head.readUIntBE(2, 6), ...Array.from(parts)].join('-');
}

export interface SessionAnswer {
  /** GetSystemMetrics(SM_REMOTESESSION) */
  readonly remote: boolean;
  /** WTSClientProtocolType of this session: 0 console, 2 Remote Desktop; absent where the service does not answer. */
  readonly protocol?: number;
}

export function readSession(): SessionAnswer {
  const remote = Number(systemFunction('user32.dll', 'GetSystemMetrics', ['i32'], 'i32')(0x1000)) !== 0;
  const protocol = clientProtocol();
  return { remote, ...(protocol !== undefined && { protocol }) };
}

function clientProtocol(): number | undefined {
  const ask = systemFunction('wtsapi32.dll', 'WTSQuerySessionInformationW', ['i64', 'u32', 'u32', 'ptr', 'ptr'], 'i32');
  const data = Buffer.alloc(8);
  const size = Buffer.alloc(4);
  const currentSession = 0xffff_ffff;
  if (Number(ask(0n, currentSession, 16, data, size)) === 0 || size.readUInt32LE() < 2) return undefined;
  const pointer = data.readBigUInt64LE();
  const protocol = ffi().decode(pointer, 'uint16_t') as number;
  systemFunction('wtsapi32.dll', 'WTSFreeMemory', ['i64'])(pointer);
  return protocol;
}
