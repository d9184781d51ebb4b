import { spawnSync } from 'node:child_process';
import type { RunningProcess } from './probe.ts';
import type { ProcessTable } from './process-table.ts';

/** On a Mac the last column is the whole path of the program. */
export const psCommand = { path: '/bin/ps', args: ['-axww', '-o', 'pid=', '-o', 'comm='] } as const;

export interface RunningPath {
  readonly pid: number;
  readonly path: string;
}

/** `  389 /System/Library/CoreServices/loginwindow.app/Contents/MacOS/loginwindow`; a path may hold blanks. */
export function parsePs(text: string): RunningPath[] {
  return text.split('\n').flatMap((line) => {
    const trimmed = line.trim();
    const blank = trimmed.indexOf(' ');
    const pid = Number(trimmed.slice(0, blank));
    const path = trimmed.slice(blank + 1).trim();
    return blank > 0 && Number.isInteger(pid) && pid > 0 && path !== '' ? [{ pid, path }] : [];
  });
}

/** Milliseconds: one look at the list answers all questions about it that come at once. */
const fresh = 50;

/** What `ps` says about running programs, for systems without procfs. Each look costs a few milliseconds. */
export function openPsTable(run: () => string = runPs): ProcessTable {
  let running = new Map<number, RunningProcess>();
  let lookedAt = Number.NEGATIVE_INFINITY;

  function look(): ReadonlyMap<number, RunningProcess> {
    const now = performance.now();
    if (now - lookedAt < fresh) return running;
    running = new Map(parsePs(run()).map(({ pid, path }) => [pid, processOf(pid, path)]));
    lookedAt = now;
    return running;
  }

  return {
    lastPid: () => undefined,
    pids: () => [...look().keys()],
    find: (pid) => look().get(pid),
    close: () => undefined,
  };
}

function processOf(pid: number, path: string): RunningProcess {
  const exe = path.slice(path.lastIndexOf('/') + 1);
  return { pid, comm: exe.slice(0, 15), exe };
}

function runPs(): string {
  const { stdout } = spawnSync(psCommand.path, psCommand.args, {
    encoding: 'utf8',
    timeout: 2000,
    maxBuffer: 8 * 1024 * 1024,
    env: { LC_ALL: 'C.UTF-8' },
  });
  return stdout ?? '';
}
