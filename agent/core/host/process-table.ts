import { closeSync, openSync, readdirSync, readlinkSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import type { RunningProcess } from './probe.ts';

/**
 * What the kernel says about running programs. Everything here reads `/proc`, which answers from memory: synchronous
 * reads cost microseconds and cannot block.
 */
export interface ProcessTable {
  /** Number given to the newest process or thread; undefined where the system does not say. */
  lastPid(): number | undefined;
  pids(): number[];
  /** The process of that number; undefined when it has ended, is a thread, or is only waiting to be buried. */
  find(pid: number): RunningProcess | undefined;
  close(): void;
}

/** A table for Linux; `root` is where procfs is mounted. */
export function openProcessTable(root = '/proc'): ProcessTable {
  let loadavg: number | undefined;
  const buffer = Buffer.alloc(128);
  return {
    lastPid() {
      try {
        loadavg ??= openSync(`${root}/loadavg`, 'r');
        const text = buffer.toString('latin1', 0, readSync(loadavg, buffer, 0, buffer.length, 0));
        // 0.12 0.08 0.09 2/87 6794
        return Number(text.slice(text.lastIndexOf(' ') + 1)) || undefined;
      } catch {
        return undefined;
      }
    },
    pids: () => pidsIn(root),
    find: (pid) => findProcess(`${root}/${pid}`, pid),
    close() {
      if (loadavg !== undefined) closeSync(loadavg);
      loadavg = undefined;
    },
  };
}

function pidsIn(root: string): number[] {
  try {
    return readdirSync(root).map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

const nameField = /^Name:\t(.*)$/m;
const stateField = /^State:\t(.)/m;
const groupField = /^Tgid:\t(\d+)$/m;

function findProcess(folder: string, pid: number): RunningProcess | undefined {
  const status = readText(`${folder}/status`);
  // A thread has the number of its process as its group; Z and X are ended and not yet buried.
  if (Number(groupField.exec(status)?.[1]) !== pid || /[ZX]/.test(stateField.exec(status)?.[1] ?? '')) return undefined;
  const title = basename(firstArgument(readText(`${folder}/cmdline`)));
  const exe = readProgram(folder);
  return { pid, comm: nameField.exec(status)?.[1] ?? '', ...(exe && { exe }), ...(title && { title }) };
}

/** Some programs write their whole title, blanks and all, over the first argument. */
function firstArgument(cmdline: string): string {
  return cmdline.split('\0', 1)[0] ?? '';
}

function readProgram(folder: string): string | undefined {
  try {
    return basename(readlinkSync(`${folder}/exe`).replace(/ \(deleted\)$/, ''));
  } catch {
    // Hidden for other people's programs, and not there for kernel threads.
    return undefined;
  }
}

const text = Buffer.alloc(4096);

/** The beginning of a file of procfs; empty when the process has ended in the meantime. */
function readText(path: string): string {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    return text.toString('utf8', 0, readSync(file, text));
  } catch {
    return '';
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
