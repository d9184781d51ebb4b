import { spawn } from 'node:child_process';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createHost } from '../../../agent/core/host/host.ts';
import { openPsTable, parsePs } from '../../../agent/core/host/ps-table.ts';

describe('the list of ps', () => {
  it('holds whole paths, blanks and all', () => {
    const text =
      '    1 /sbin/launchd\n  389 /Applications/Google Chrome.app/Contents/MacOS/Google Chrome\n 4021 -zsh\n 4022 (sleep)\n';
    expect(parsePs(text)).toEqual([
      { pid: 1, path: '/sbin/launchd' },
      { pid: 389, path: '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome' },
      { pid: 4021, path: '-zsh' },
      { pid: 4022, path: '(sleep)' },
    ]);
  });

  it.each([[''], ['ps: illegal option'], ['\u0000{"half": '], ['12'], ['-3 /sbin/x']])(
    'holds nothing in %j',
    (text) => {
      expect(parsePs(text)).toEqual([]);
    },
  );

  it('is asked once for questions that come together', () => {
    let runs = 0;
    const table = openPsTable(() => {
      runs += 1;
      return '1 /sbin/launchd\n77 /Applications/AnyDesk.app/Contents/MacOS/AnyDesk\n';
    });
    expect([table.pids(), table.find(77), table.find(2), table.lastPid()]).toEqual([
      [1, 77],
      { pid: 77, comm: 'AnyDesk', exe: 'AnyDesk' },
      undefined,
      undefined,
    ]);
    expect(runs).toBe(1);
  });

  it('is what a Mac’s host knows of running programs', () => {
    const child = spawn('/bin/sleep', ['30']);
    onTestFinished(() => void child.kill('SIGKILL'));
    const host = createHost('macos');
    onTestFinished(() => host.close());
    // The ps of Linux takes the same arguments and prints the name alone.
    expect(host.processes.pids()).toContain(process.pid);
    expect(host.processes.find(child.pid ?? 0)).toEqual({ pid: child.pid, comm: 'sleep', exe: 'sleep' });
  });
});
