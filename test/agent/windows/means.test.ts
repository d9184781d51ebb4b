import { execFileSync } from 'node:child_process';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Reader } from '../../../agent/core/checks/reader.ts';
import { placeOf, windowsSetting } from '../../../agent/core/host/command-setting.ts';
import type { Host } from '../../../agent/core/host/host.ts';
import type { CommandProbe, Probe, RunningProcess, Transcript } from '../../../agent/core/host/probe.ts';
import { readProbes } from '../../../agent/core/scanner.ts';
import { sourcesOf } from '../../../agent/core/sources.ts';
import { watchProcessList } from '../../../agent/core/watch/watch-process-list.ts';
import { batch } from '../../../agent/core/windows/batch.ts';
import { makeHost } from '../fixtures.ts';

const why = 'for a test';

describe('a probe that several readers share', () => {
  const clock = (sharedFor?: number): CommandProbe => ({
    kind: 'command',
    paths: ['/bin/date', '/usr/bin/date'],
    args: ['+%s.%N'],
    why,
    ...(sharedFor !== undefined && { sharedFor }),
  });

  it('is run once for all who ask at the same time or soon after', async () => {
    const host = makeHost();
    const probe = clock(60_000);
    const [first, second] = await Promise.all([host.read(probe), host.read(probe)]);
    expect(second).toEqual(first);
    expect(await host.read(probe)).toEqual(first);
  });

  it('is run again once its answer is old, and always when it is not shared', async () => {
    const host = makeHost();
    const short = clock(0);
    expect(await host.read(short)).not.toEqual(await host.read(short));
    const own = clock();
    expect(await host.read(own)).not.toEqual(await host.read(own));
  });
});

describe('a probe that stands in for another', () => {
  const fallback: CommandProbe = { kind: 'command', paths: ['/x'], args: [], insteadOf: 'first', why };
  const reader: Reader<unknown> = {
    probes: { first: { kind: 'windows', call: 'wlan', why }, second: fallback },
    parse: () => ({ cannotTell: 'absent' }),
  };
  const hostWith = (first: Transcript) => {
    const asked: Probe['kind'][] = [];
    const read = (probe: Probe): Promise<Transcript> => {
      asked.push(probe.kind);
      return Promise.resolve(probe.kind === 'windows' ? first : { outcome: 'ok', text: 'second' });
    };
    return { asked, host: { read } as Host };
  };

  it('is left alone where the other brought something back', async () => {
    const { asked, host } = hostWith({ outcome: 'ok', text: 'first' });
    expect((await readProbes(reader, host))['second']).toEqual({ outcome: 'absent', detail: 'not needed' });
    expect(asked).toEqual(['windows']);
  });

  it('is run where the other brought nothing back', async () => {
    const { asked, host } = hostWith({ outcome: 'absent' });
    expect((await readProbes(reader, host))['second']).toEqual({ outcome: 'ok', text: 'second' });
    expect(asked).toEqual(['windows', 'command']);
  });
});

describe('programs that the agent starts on Windows', () => {
  it('get the system’s own folders and no window', () => {
    const { env, cwd, detached, windowsHide } = windowsSetting('D:\\Windows\\System32', 'D:\\Temp');
    expect(env).toMatchObject({ SystemRoot: 'D:\\Windows', SystemDrive: 'D:', TEMP: 'D:\\Temp' });
    expect(env['PATH']?.split(';')[0]).toBe('D:\\Windows\\System32');
    expect(env['PSModulePath']).toBe('D:\\Windows\\System32\\WindowsPowerShell\\v1.0\\Modules');
    expect({ cwd, detached, windowsHide }).toEqual({
      cwd: 'D:\\Windows\\System32',
      detached: false,
      windowsHide: true,
    });
  });

  it('are looked for in the system’s folder', () => {
    expect(placeOf('%System32%\\netsh.exe')).toBe('C:\\Windows\\System32\\netsh.exe');
    expect(placeOf('/usr/bin/ip')).toBe('/usr/bin/ip');
  });
});

describe('what Windows is asked', () => {
  it('has no quotes or line ends that a command line could change', () => {
    expect(batch.args.join('')).not.toMatch(/["\r\n]/);
    expect(batch.args.join(' ').length).toBeLessThan(8_000);
  });

  it('is one PowerShell for all readers', () => {
    const started = sourcesOf('windows').filter(({ kind, what }) => kind === 'command' && /powershell/i.test(what));
    expect(started.length).toBeGreaterThan(3);
    expect(new Set(started.map(({ what }) => what)).size).toBe(1);
  });

  it('is named with the exact key, value, program or function', () => {
    const sources = sourcesOf('windows');
    expect(sources.find(({ id }) => id === 'os-patch.version')?.what).toContain(
      'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion {ProductName, CurrentBuild, ',
    );
    expect(sources.find(({ id }) => id === 'wifi-security.wlan')?.what).toContain('WlanQueryInterface');
    expect(sources.filter(({ what }) => /undefined|\/proc|\/sys/.test(what))).toEqual([]);
  });
});

it('koffi is not loaded on a Linux workstation', () => {
  const module = new URL('../../../agent/core/', import.meta.url).href;
  const script = `
    import { createRequire } from 'node:module';
    const { createHost } = await import('${module}host/host.ts');
    await import('${module}agent.ts');
    const host = createHost('linux');
    await host.read({ kind: 'processes', why: '' });
    host.close();
    console.log(Object.keys(createRequire('${module}').cache).filter((name) => name.includes('koffi')).length);`;
  const loaded = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect(loaded.trim()).toBe('0');
});

describe('watchProcessList', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  function start(running: Map<number, string>) {
    vi.useFakeTimers();
    const looked: number[] = [];
    const table = {
      lastPid: () => undefined,
      pids: () => [...running.keys()],
      find(pid: number): RunningProcess | undefined {
        looked.push(pid);
        const name = running.get(pid);
        return name === undefined ? undefined : { pid, comm: name, exe: name };
      },
      close: () => undefined,
    };
    const onChange = vi.fn();
    const watch = watchProcessList({ table, matters: ({ comm }) => comm === 'AnyDesk.exe', onChange });
    onTestFinished(() => watch.close());
    return { looked, onChange };
  }

  it('tells of a program that starts and of its end', () => {
    const running = new Map([[4, 'System']]);
    const { onChange } = start(running);
    running.set(8, 'AnyDesk.exe');
    vi.advanceTimersByTime(600);
    expect(onChange).toHaveBeenCalledTimes(1);
    running.delete(8);
    vi.advanceTimersByTime(600);
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  it('says nothing of others, and looks at each process once', () => {
    const running = new Map([[4, 'System']]);
    const { onChange, looked } = start(running);
    running.set(8, 'notepad.exe');
    vi.advanceTimersByTime(5_000);
    expect(onChange).not.toHaveBeenCalled();
    expect(looked).toEqual([4, 8]);
  });
});
