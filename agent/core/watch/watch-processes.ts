import type { RunningProcess } from '../host/probe.ts';
import type { ProcessTable } from '../host/process-table.ts';
import type { Watch } from './event.ts';

export interface ProcessWatchOptions {
  readonly table: ProcessTable;
  /** Whether a process is one that a check cares about; asked anew each time, since policies change. */
  readonly matters: (process: RunningProcess) => boolean;
  readonly onChange: () => void;
}

/** Milliseconds between two looks at the number of the newest process: a few microseconds each. */
const tick = 150;
/** A process is first a copy of its parent: it is looked at again this often, until it has become itself. */
const looks = 6;
/** Milliseconds between two looks at everything, for a program that replaced an old process in its place. */
const sweepEvery = 30_000;
/** More new numbers than this at once are not tried one by one. */
const manyAtOnce = 200;

/** Notices that a program which matters starts or ends, without walking through all processes at each look. */
export function watchProcesses({ table, matters, onChange }: ProcessWatchOptions): Watch {
  const young = new Map<number, number>();
  const known = new Set<number>();
  let last = table.lastPid() ?? 0;
  let sweptAt = performance.now();

  function look(pid: number): 'matters' | 'other' | 'gone' {
    const process = table.find(pid);
    if (process === undefined) return 'gone';
    return matters(process) ? 'matters' : 'other';
  }

  /** True when the process is one that matters and was not known. */
  function isNews(pid: number): boolean {
    if (known.has(pid) || look(pid) !== 'matters') return false;
    known.add(pid);
    return true;
  }

  function noteNew(): void {
    const newest = table.lastPid() ?? last;
    if (newest === last) return;
    const inOrder = newest > last && newest - last <= manyAtOnce;
    const pids = inOrder ? Array.from({ length: newest - last }, (_none, index) => last + 1 + index) : table.pids();
    for (const pid of pids) young.set(pid, looks);
    last = newest;
  }

  function lookAtYoung(): boolean {
    let hasChanged = false;
    for (const [pid, left] of young) {
      const found = known.has(pid) ? 'gone' : look(pid);
      if (found === 'matters') {
        known.add(pid);
        hasChanged = true;
      }
      // A number is given out a moment before its process can be seen, so the first miss does not count.
      const isDone = found === 'matters' || left === 1 || (found === 'gone' && left < looks);
      if (isDone) young.delete(pid);
      else young.set(pid, left - 1);
    }
    return hasChanged;
  }

  function forgetEnded(): boolean {
    const ended = [...known].filter((pid) => look(pid) !== 'matters');
    for (const pid of ended) known.delete(pid);
    return ended.length > 0;
  }

  function sweep(): boolean {
    if (performance.now() - sweptAt < sweepEvery) return false;
    sweptAt = performance.now();
    return table.pids().filter(isNews).length > 0;
  }

  for (const pid of table.pids()) isNews(pid);
  const timer = setInterval(() => {
    noteNew();
    const changes = [lookAtYoung(), forgetEnded(), sweep()];
    if (changes.includes(true)) onChange();
  }, tick);
  return { close: () => clearInterval(timer) };
}
