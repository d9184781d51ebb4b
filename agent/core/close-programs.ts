import { setTimeout as pause } from 'node:timers/promises';
import { processMatcher, wantedOf } from './checks/software/match.ts';
import type { Host } from './host/host.ts';

/** Milliseconds that a program has to end by itself before it is made to. */
const patience = 3_000;
const lookEvery = 100;

/** What became of the programs that were to be closed, by catalogue id or `process:<name>`. */
export interface Closed {
  readonly closed: readonly string[];
  /** Still running, because the system does not let this person end them. */
  readonly left: readonly string[];
}

/**
 * Ends the running programs that are forbidden, first by asking them to, then without asking. Each process is looked
 * at again right before, so that a number that went to another program meanwhile is left alone.
 */
export async function closePrograms(host: Host, forbidden: readonly string[]): Promise<Closed> {
  const match = processMatcher(wantedOf(forbidden));
  const idOf = (pid: number) => {
    const process = host.processes.find(pid);
    return process && match(process)?.id;
  };
  const running = host.processes.pids().flatMap((pid) => {
    const id = idOf(pid);
    return id === undefined ? [] : [{ pid, id }];
  });
  const alive = () => running.filter(({ pid, id }) => idOf(pid) === id);
  for (const { pid } of alive()) host.endProcess(pid, 'ask');
  for (let waited = 0; waited < patience && alive().length > 0; waited += lookEvery) await pause(lookEvery);
  for (const { pid } of alive()) host.endProcess(pid, 'force');
  for (let waited = 0; waited < patience && alive().length > 0; waited += lookEvery) await pause(lookEvery);
  const left = new Set(alive().map(({ id }) => id));
  const closed = new Set(running.map(({ id }) => id).filter((id) => !left.has(id)));
  return { closed: [...closed].sort(), left: [...left].sort() };
}
