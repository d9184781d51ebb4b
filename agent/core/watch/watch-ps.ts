import type { Host } from '../host/host.ts';
import type { CommandProbe, RunningProcess } from '../host/probe.ts';
import { parsePs, psCommand } from '../host/ps-table.ts';
import type { Watch } from './event.ts';

export const psProbe: CommandProbe = {
  kind: 'command',
  paths: [psCommand.path],
  args: psCommand.args,
  why: 'notices that a program which a policy names has started or ended, every two seconds',
};

export interface PsWatchOptions {
  readonly host: Pick<Host, 'read'>;
  /** Whether a process is one that a check cares about; asked anew each time, since policies change. */
  readonly matters: (process: RunningProcess) => boolean;
  readonly onChange: () => void;
  /** Milliseconds between two looks. */
  readonly every?: number;
}

/** Notices that a program which matters starts or ends, on a system that tells nobody of it. */
export function watchPs({ host, matters, onChange, every = 2_000 }: PsWatchOptions): Watch {
  let known: string | undefined;
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    const listed = await host.read(psProbe);
    if (isClosed) return;
    const running = listed.outcome === 'ok' ? parsePs(listed.text) : [];
    // A list that could not be read says nothing.
    if (running.length > 0) compare(running.filter(({ pid, path }) => matters(processOf(pid, path))));
    timer = setTimeout(() => void look(), every);
  }

  function compare(found: readonly { pid: number; path: string }[]): void {
    const now = found.map(({ pid, path }) => `${pid} ${path}`).join('\n');
    if (known !== undefined && now !== known) onChange();
    known = now;
  }

  void look();
  return {
    close() {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}

function processOf(pid: number, path: string): RunningProcess {
  return { pid, comm: '', exe: path.slice(path.lastIndexOf('/') + 1) };
}
