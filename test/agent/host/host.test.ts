import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { CommandProbe } from '../../../agent/core/host/probe.ts';
import { openProcessTable } from '../../../agent/core/host/process-table.ts';
import { runCommand } from '../../../agent/core/host/run-command.ts';
import { makeFolder, makeHost, until } from '../fixtures.ts';

const why = 'a test';
const shell = (script: string, more: Partial<CommandProbe> = {}): CommandProbe => ({
  kind: 'command',
  paths: ['/bin/sh'],
  args: ['-c', script],
  why,
  ...more,
});

describe('a command', () => {
  it.each<[string, CommandProbe, unknown]>([
    ['prints', shell('echo hello'), { outcome: 'ok', text: 'hello\n' }],
    ['fails', shell('echo no >&2; exit 3'), { outcome: 'ok', text: '', exitCode: 3, errorText: 'no\n' }],
    ['is not there', { ...shell(''), paths: ['/nowhere/ip'] }, { outcome: 'absent', detail: '/nowhere/ip' }],
    ['answers on its error output', shell('echo off >&2', { withErrors: true }), { outcome: 'ok', text: 'off\n' }],
    [
      'is found at its second place',
      { ...shell('echo yes'), paths: ['/nowhere/sh', '/bin/sh'] },
      { outcome: 'ok', text: 'yes\n' },
    ],
    ['hangs', shell('sleep 30', { timeout: 100 }), { outcome: 'timeout', detail: '/bin/sh' }],
    [
      'hangs with a child of its own',
      shell('sleep 30 | cat', { timeout: 100 }),
      { outcome: 'timeout', detail: '/bin/sh' },
    ],
    ['kills itself', shell('kill -9 $$'), { outcome: 'failed', detail: '/bin/sh ended by SIGKILL' }],
  ])('that %s', async (_what, probe, expected) => {
    expect(await makeHost().read(probe)).toEqual(expected);
  });

  it('that needs a file is not started without it', async () => {
    const file = join(makeFolder(), 'needed');
    const host = makeHost();
    const probe = shell('echo there', { needs: file });
    expect(await host.read(probe)).toEqual({ outcome: 'absent', detail: file });
    writeFileSync(file, '');
    expect(await host.read(probe)).toMatchObject({ text: 'there\n' });
  });

  it('that never stops talking is stopped', async () => {
    const endless = { paths: ['/usr/bin/yes', '/bin/yes'], args: [], timeout: 10_000, limit: 100_000 };
    expect(await runCommand(endless)).toMatchObject({ outcome: 'too-large' });
  });

  it('sees a small fixed environment and no secret of ours', async () => {
    process.env['SHIFTGATE_SECRET'] = 'hush';
    const transcript = await makeHost().read({ ...shell(''), paths: ['/usr/bin/env'], args: [] });
    const names = transcript.outcome === 'ok' ? transcript.text.trim().split('\n').sort() : [];
    expect(names).toEqual(['LANGUAGE=', 'LC_ALL=C.UTF-8', 'PATH=/usr/sbin:/usr/bin:/sbin:/bin']);
  });

  it('that is shared answers everybody once', async () => {
    const host = makeHost();
    const probe = shell('date +%N', { sharedFor: 60_000 });
    const [one, two] = await Promise.all([host.read(probe), host.read(probe)]);
    expect([two, await host.read(probe)]).toEqual([one, one]);
    const own = shell('date +%N', { sharedFor: 0 });
    expect(await host.read(own)).not.toEqual(await host.read(own));
  });

  it('that depends on a file alone runs again only when the file changes', async () => {
    const file = join(makeFolder(), 'input');
    writeFileSync(file, 'one');
    const host = makeHost();
    const probe = shell(`cat ${file}; date +%N`, { inputs: [file] });
    const first = await host.read(probe);
    expect(await host.read(probe)).toEqual(first);
    writeFileSync(file, 'another');
    expect(await host.read(probe)).toMatchObject({ text: expect.stringContaining('another') });
  });
});

describe('files', () => {
  it('keeps only the lines that are asked for, across the borders of pieces', async () => {
    const file = join(makeFolder(), 'status');
    writeFileSync(file, `Package: a\n${'Noise: x\n'.repeat(50_000)}Package: b`);
    const probe = { kind: 'file', paths: [file], keep: /^Package: /, why } as const;
    expect(await makeHost().read(probe)).toMatchObject({ outcome: 'ok', text: 'Package: a\nPackage: b' });
  });

  it('refuses a file that is too large to be what it should be', async () => {
    const file = join(makeFolder(), 'os-release');
    writeFileSync(file, 'x'.repeat(1024 * 1024 + 1));
    expect(await makeHost().read({ kind: 'file', paths: [file], why })).toEqual({ outcome: 'too-large', detail: file });
  });

  it.each([
    [
      'a file that is not there',
      { kind: 'file', paths: ['/nowhere'], why } as const,
      { outcome: 'absent', detail: '/nowhere' },
    ],
    [
      'a folder in place of a file',
      { kind: 'file', paths: ['/etc'], why } as const,
      { outcome: 'failed', detail: '/etc' },
    ],
    [
      'a folder that is not there',
      { kind: 'folder', path: '/nowhere', why } as const,
      { outcome: 'absent', detail: '/nowhere' },
    ],
  ])('%s', async (_what, probe, expected) => {
    expect(await makeHost().read(probe)).toEqual(expected);
  });

  it('finds a file in the home of the person', async () => {
    const home = makeFolder();
    writeFileSync(join(home, '.settings'), 'dark\n');
    vi.stubEnv('HOME', home);
    const probe = { kind: 'file', paths: ['~/.nowhere', '~/.settings'], why } as const;
    expect(await makeHost().read(probe)).toMatchObject({ outcome: 'ok', text: 'dark\n' });
    vi.unstubAllEnvs();
  });

  it('reads a file of the kernel anew each time, since its time tells nothing', async () => {
    const host = makeHost();
    const probe = { kind: 'file', paths: ['/proc/net/tcp'], keep: / 0A /, why } as const;
    const before = await host.read(probe);
    const server = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await until(() => server.listening);
    expect(await host.read(probe)).not.toEqual(before);
  });

  it('lists a folder by name and time', async () => {
    const folder = makeFolder();
    mkdirSync(join(folder, 'partial'));
    const transcript = await makeHost().read({ kind: 'folder', path: folder, why });
    expect(transcript).toMatchObject({ outcome: 'ok', text: expect.stringMatching(/^\d{4}-\S+Z\tpartial\n$/) });
  });

  it('joins files of one name pattern, and reads again what was appended to', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'log'), 'two upgrade\n');
    writeFileSync(join(folder, 'log.1'), 'one upgrade\nnoise\n');
    writeFileSync(join(folder, 'other'), 'not this upgrade\n');
    const host = makeHost();
    const probe = { kind: 'files', folder, names: /^log/, keep: /upgrade/, why } as const;
    expect(await host.read(probe)).toMatchObject({ text: 'two upgrade\none upgrade\n' });
    writeFileSync(join(folder, 'log'), 'two upgrade\nthree upgrade\n');
    expect(await host.read(probe)).toMatchObject({ text: 'two upgrade\nthree upgrade\none upgrade\n' });
  });

  it.each([{}, { keep: /./ }])('keeps the last line of one file apart from the first of the next %j', async (how) => {
    const folder = makeFolder();
    writeFileSync(join(folder, '1.conf'), 'User=');
    writeFileSync(join(folder, '2.conf'), '[General]\n');
    writeFileSync(join(folder, '3.conf'), 'last');
    const probe = { kind: 'files', folder, names: /conf$/, why, ...how } as const;
    expect(await makeHost().read(probe)).toEqual({ outcome: 'ok', text: 'User=\n[General]\nlast' });
  });

  it('does not take a program that may not be started', async () => {
    const program = join(makeFolder(), 'program');
    writeFileSync(program, '#!/bin/sh\n');
    chmodSync(program, 0o600);
    expect(await makeHost().read({ ...shell(''), paths: [program] })).toMatchObject({ outcome: 'denied' });
  });
});

describe('the list of programs', () => {
  it('is one list for all who ask in the same moment, and a new one after it', async () => {
    const host = makeHost();
    const probe = { kind: 'processes', why } as const;
    const first = host.read(probe);
    expect(await host.read({ ...probe })).toBe(await first);
    await new Promise(setImmediate);
    expect(await host.read(probe)).not.toBe(await first);
  });
});

describe('the process table', () => {
  it('knows this very process, and not its threads', async () => {
    const table = openProcessTable();
    expect(table.find(process.pid)).toMatchObject({ pid: process.pid, exe: expect.stringMatching(/^node/) });
    expect(table.pids()).toContain(process.pid);
    await until(() => (table.lastPid() ?? 0) > 1);
    table.close();
  });

  it('leaves out threads, the dead that are not buried, and keeps what it is not shown open', () => {
    const root = makeFolder();
    const add = (pid: number, status: string, cmdline = '') => {
      mkdirSync(join(root, String(pid)));
      writeFileSync(join(root, String(pid), 'status'), status);
      writeFileSync(join(root, String(pid), 'cmdline'), cmdline);
    };
    add(10, 'Name:\tanydesk\nState:\tS (sleeping)\nTgid:\t10\n', '/opt/x/anydesk\0--tray\0');
    add(11, 'Name:\tanydesk\nState:\tS (sleeping)\nTgid:\t10\n', '/opt/x/anydesk\0');
    add(12, 'Name:\tanydesk\nState:\tZ (zombie)\nTgid:\t12\n');
    writeFileSync(join(root, 'loadavg'), '0.12 0.08 0.09 2/87 6794\n');
    const table = openProcessTable(root);
    expect(table.pids().sort()).toEqual([10, 11, 12]);
    expect([10, 11, 12, 13].map((pid) => table.find(pid))).toEqual([
      { pid: 10, comm: 'anydesk', title: 'anydesk' },
      undefined,
      undefined,
      undefined,
    ]);
    expect(table.lastPid()).toBe(6794);
    table.close();
  });
});
