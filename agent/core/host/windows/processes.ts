import type { RunningProcess } from '../probe.ts';
import type { ProcessTable } from '../process-table.ts';
import { offsetOf, sizeOf } from './layouts.ts';
import { orElse, readWideText, systemFunction, wideText } from './library.ts';
import { originalName } from './version-info.ts';

const snapProcesses = 0x02;
const queryLimited = 0x1000;
/** Milliseconds for which a list of all processes is still taken as true. */
const freshFor = 40;

/** Process names and numbers need no rights; the file behind one is hidden where it belongs to somebody else. */
export function openWindowsProcessTable(): ProcessTable {
  let taken = Number.NEGATIVE_INFINITY;
  let names = new Map<number, string>();
  const programs = new Map<string, RunningProcess>();

  function refresh(): Map<number, string> {
    if (performance.now() - taken > freshFor) {
      names = orElse(new Map(), takeSnapshot);
      taken = performance.now();
      const alive = [...programs.keys()].filter((key) => !names.has(Number(key.split(' ', 1)[0])));
      for (const key of alive) programs.delete(key);
    }
    return names;
  }

  return {
    lastPid: () => undefined,
    pids: () => orElse([], listPids),
    find(pid) {
      const comm = refresh().get(pid);
      if (comm === undefined) return undefined;
      // A number that is used again comes with another name.
      const key = `${pid} ${comm}`;
      const known = programs.get(key) ?? describe(pid, comm);
      programs.set(key, known);
      return known;
    },
    close: () => programs.clear(),
  };
}

function describe(pid: number, comm: string): RunningProcess {
  const path = orElse(undefined, () => imageOf(pid));
  const title = path === undefined ? undefined : orElse(undefined, () => originalName(path));
  const exe = path?.slice(path.lastIndexOf('\\') + 1) ?? comm;
  return { pid, comm, exe, ...(title && { title }) };
}

/** Numbers alone cost a tenth of what the list with names does. 0 stands for the idle processor. */
function listPids(): number[] {
  const list = systemFunction('kernel32.dll', 'K32EnumProcesses', ['ptr', 'u32', 'ptr'], 'i32');
  const pids = Buffer.alloc(4 * 8192);
  const size = Buffer.alloc(4);
  if (Number(list(pids, pids.length, size)) === 0) return [];
  const count = Math.min(pids.length, size.readUInt32LE()) / 4;
  return Array.from({ length: count }, (_none, index) => pids.readUInt32LE(index * 4)).filter((pid) => pid !== 0);
}

/** All processes by number, with the file names of their programs. */
function takeSnapshot(): Map<number, string> {
  const create = systemFunction('kernel32.dll', 'CreateToolhelp32Snapshot', ['u32', 'u32'], 'i64');
  const snapshot = BigInt(create(snapProcesses, 0));
  if (snapshot === -1n) return new Map();
  const entry = Buffer.alloc(sizeOf('PROCESSENTRY32W'));
  entry.writeUInt32LE(entry.length);
  const found = new Map<number, string>();
  const next = systemFunction('kernel32.dll', 'Process32NextW', ['i64', 'ptr'], 'i32');
  let more = Number(systemFunction('kernel32.dll', 'Process32FirstW', ['i64', 'ptr'], 'i32')(snapshot, entry));
  const idAt = offsetOf('PROCESSENTRY32W', 'th32ProcessID');
  const nameAt = offsetOf('PROCESSENTRY32W', 'szExeFile');
  while (more !== 0) {
    found.set(entry.readUInt32LE(idAt), wideText(entry, nameAt, 520));
    more = Number(next(snapshot, entry));
  }
  closeHandle(snapshot);
  return found;
}

function imageOf(pid: number): string | undefined {
  const open = systemFunction('kernel32.dll', 'OpenProcess', ['u32', 'i32', 'u32'], 'i64');
  const handle = BigInt(open(queryLimited, 0, pid));
  if (handle === 0n) return undefined;
  const query = systemFunction('kernel32.dll', 'QueryFullProcessImageNameW', ['i64', 'u32', 'ptr', 'ptr'], 'i32');
  const size = Buffer.alloc(4);
  const path = readWideText((buffer) => {
    size.writeUInt32LE(buffer.length / 2);
    return Number(query(handle, 0, buffer, size)) === 0 ? 0 : size.readUInt32LE();
  });
  closeHandle(handle);
  return path || undefined;
}

function closeHandle(handle: bigint): void {
  systemFunction('kernel32.dll', 'CloseHandle', ['i64'], 'i32')(handle);
}
