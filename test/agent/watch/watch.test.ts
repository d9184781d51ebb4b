import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Host } from '../../../agent/core/host/host.ts';
import type { ProcessTable } from '../../../agent/core/host/process-table.ts';
import type { WatchEvent } from '../../../agent/core/watch/event.ts';
import { watches } from '../../../agent/core/watch/index.ts';
import { watchNetwork } from '../../../agent/core/watch/watch-network.ts';
import { watchPackages } from '../../../agent/core/watch/watch-packages.ts';
import { watchProcesses } from '../../../agent/core/watch/watch-processes.ts';
import { makeFolder, makeHost, until } from '../fixtures.ts';

function watchHere() {
  const events: WatchEvent[] = [];
  const watchLinux = watches.linux;
  if (watchLinux === 'unsupported') throw new Error('Linux has a watch');
  const watch = watchLinux({ host: makeHost(), wanted: () => [], onEvent: (event) => events.push(event) });
  onTestFinished(() => watch.close());
  return events;
}

/** Counts the changes of one program, under a name that nothing else on this machine has. */
function watchFor(name: string) {
  const seen = { changes: 0 };
  const matters = ({ exe }: { exe?: string }) => exe === name;
  const watch = watchProcesses({ table: makeHost().processes, matters, onChange: () => (seen.changes += 1) });
  onTestFinished(() => watch.close());
  return seen;
}

function start(program: string, args: string[] = ['60']): ChildProcess {
  const child = spawn(program, args, { stdio: 'ignore' });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

function copyOfSleep(name: string): string {
  const program = join(makeFolder(), name);
  copyFileSync('/bin/sleep', program);
  return program;
}

describe('watching programs', () => {
  it('sees one start and end, once each, and no other', async () => {
    const seen = watchFor('sg-watched-1');
    start(copyOfSleep('sg-other'));
    const child = start(copyOfSleep('sg-watched-1'));
    await until(() => seen.changes === 1);
    child.kill('SIGKILL');
    await until(() => seen.changes === 2);
    expect(seen.changes).toBe(2);
  });

  it('sees one that a shell becomes after a while', async () => {
    const seen = watchFor('sg-watched-2');
    start('/bin/sh', ['-c', `sleep 0.4; exec ${copyOfSleep('sg-watched-2')} 60`]);
    await until(() => seen.changes === 1);
    expect(seen.changes).toBe(1);
  });

  it('sees a VPN program without being asked', async () => {
    const events = watchHere();
    start(copyOfSleep('openvpn'));
    await until(() => events.some(({ because }) => because === 'programs'));
    expect(events.find(({ because }) => because === 'programs')?.checks).toEqual(['software', 'vpn']);
  });

  it('finds its way when numbers have started over or many came at once', async () => {
    let last = 30_000;
    let running = new Map<number, string>();
    const table: ProcessTable = {
      lastPid: () => last,
      pids: () => [...running.keys()],
      find: (pid) => (running.has(pid) ? { pid, comm: running.get(pid) ?? '' } : undefined),
      close: () => undefined,
    };
    let changes = 0;
    const matters = ({ comm }: { comm: string }) => comm === 'anydesk';
    const watch = watchProcesses({ table, matters, onChange: () => (changes += 1) });
    onTestFinished(() => watch.close());
    running = new Map([[300, 'anydesk']]);
    last = 301;
    await until(() => changes === 1);
    running = new Map([[9_000, 'anydesk']]);
    last = 20_000;
    await until(() => changes === 2);
    expect(changes).toBe(2);
  });
});

describe('watching the network', () => {
  const isRoot = process.getuid?.() === 0;

  it('sees a tunnel device come and go', async () => {
    const events = watchHere();
    const networkEvents = () => events.filter(({ because }) => because === 'network').length;
    if (isRoot) {
      const name = `sgt${process.pid % 10_000}`;
      const ip = (...args: string[]) => execFileSync('/usr/sbin/ip', args);
      // The monitor needs a moment to listen.
      await new Promise((resolve) => setTimeout(resolve, 300));
      ip('tuntap', 'add', 'dev', name, 'mode', 'tun');
      onTestFinished(() => void ip('tuntap', 'del', 'dev', name, 'mode', 'tun'));
      await until(() => networkEvents() > 0);
    }
    expect(networkEvents() > 0).toBe(isRoot);
  });

  it('starts the monitor again when it has ended, and looks by the clock in between', async () => {
    let starts = 0;
    let changes = 0;
    const host: Pick<Host, 'follow'> = {
      follow(_command, _onOutput, onEnd) {
        starts += 1;
        if (starts === 1) setTimeout(onEnd, 10);
        return { close: () => undefined };
      },
    };
    const watch = watchNetwork(host as Host, () => (changes += 1));
    onTestFinished(() => watch.close());
    await until(() => starts === 2);
    expect(changes).toBe(0);
  });

  it('looks by the clock where there is no monitor at all', async () => {
    let changes = 0;
    const watch = watchNetwork({ follow: () => undefined } as unknown as Host, () => (changes += 1));
    onTestFinished(() => watch.close());
    await until(() => changes > 0);
    expect(changes).toBeGreaterThan(0);
  });
});

describe('watching packages', () => {
  it('speaks once after many changes, and only of names that matter', async () => {
    const folder = makeFolder();
    mkdirSync(join(folder, 'dpkg'));
    const real = makeHost();
    const host = {
      watchFolder: (path: string, onChange: (name: string) => void) =>
        real.watchFolder(path === '/var/lib/dpkg' ? join(folder, 'dpkg') : '/nowhere', onChange),
    };
    let changes = 0;
    const watch = watchPackages(host as Host, () => (changes += 1));
    onTestFinished(() => watch.close());
    writeFileSync(join(folder, 'dpkg', 'lock'), '');
    for (const text of ['a', 'b', 'c']) writeFileSync(join(folder, 'dpkg', 'status'), text);
    await until(() => changes > 0);
    expect(changes).toBe(1);
  });
});
