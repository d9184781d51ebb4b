import type { RunningProcess } from '../host/probe.ts';
import type { Watch } from './event.ts';
import type { ProcessWatchOptions } from './watch-processes.ts';

/** Milliseconds between two looks at the numbers of all processes. */
const tick = 500;

/**
 * Notices that a program which matters starts or ends, on a system that does not number its processes in their order.
 * Only processes with a new number are looked at.
 */
export function watchProcessList({ table, matters, onChange }: ProcessWatchOptions): Watch {
  const known = new Map<number, RunningProcess>();

  /** True when one that matters was not there before, or is not there any more. */
  function look(): boolean {
    const pids = table.pids();
    const fresh = pids.filter((pid) => !known.has(pid));
    const found = fresh.map((pid) => table.find(pid)).filter((process) => process !== undefined);
    for (const process of found) known.set(process.pid, process);
    const there = new Set(pids);
    const ended = [...known.values()].filter(({ pid }) => !there.has(pid));
    for (const { pid } of ended) known.delete(pid);
    return [...found, ...ended].some(matters);
  }

  look();
  const timer = setInterval(() => look() && onChange(), tick);
  return { close: () => clearInterval(timer) };
}
