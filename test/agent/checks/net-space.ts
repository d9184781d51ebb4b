import { execFile, execFileSync, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';
import type { Transcript } from '../../../agent/core/host/probe.ts';
import type { CheckId, FactOf } from '../../../shared/checks/index.ts';

const cli = `${import.meta.dirname}/../../../agent/cli.ts`;
let count = 0;

/** A network of its own, as a second PC has it: ports, addresses and rules are nobody else's. */
export interface NetSpace {
  /** Runs a program there until it ends. */
  run(program: string, args: readonly string[], input?: string): string;
  /** Runs a program there until the test is over. */
  start(program: string, args: readonly string[]): void;
  /** What the agent reads there. */
  read<Id extends CheckId>(check: Id): Promise<{ fact: FactOf<Id>; transcripts: Record<string, Transcript> }>;
}

/** Needs root. */
export function makeNetSpace(): NetSpace {
  const name = `shiftgate-${process.pid}-${count++}`;
  execFileSync('/usr/sbin/ip', ['netns', 'add', name]);
  onTestFinished(() => void execFileSync('/usr/sbin/ip', ['netns', 'delete', name]));
  const within = (program: string, args: readonly string[]) => ['netns', 'exec', name, program, ...args];
  const space: NetSpace = {
    run: (program, args, input = '') =>
      execFileSync('/usr/sbin/ip', within(program, args), { encoding: 'utf8', input, stdio: ['pipe', 'pipe', 'pipe'] }),
    start(program, args) {
      const child = spawn('/usr/sbin/ip', within(program, args), { stdio: 'ignore' });
      const ended = new Promise((resolve) => child.once('exit', resolve));
      onTestFinished(async () => {
        child.kill('SIGTERM');
        await ended;
      });
    },
    async read(check) {
      const { stdout } = await promisify(execFile)('/usr/sbin/ip', within(process.execPath, [cli, 'record', check]));
      const { expected, transcripts } = JSON.parse(stdout).checks[check];
      return { fact: expected.fact, transcripts };
    },
  };
  space.run('/usr/sbin/ip', ['link', 'set', 'lo', 'up']);
  return space;
}
