import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { createHost } from '../../../agent/core/host/host.ts';
import type { WatchEvent } from '../../../agent/core/watch/event.ts';
import { watches } from '../../../agent/core/watch/index.ts';

/** Runs as a Windows process: starts a program and changes a setting, and prints what the watch made of it. */
const host = createHost('windows');
const events: WatchEvent[] = [];
const { windows } = watches;
if (windows === 'unsupported') throw new Error('Windows is watched');
const watch = windows({ host, wanted: () => ['anydesk'], onEvent: (event) => events.push(event) });

await pause(300);
copyFileSync(process.execPath, 'C:\\AnyDesk.exe');
const program = spawn('C:\\AnyDesk.exe', ['-e', 'setTimeout(() => undefined, 60_000)'], { stdio: 'ignore' });
await pause(2_500);
const started = events.splice(0);
const found = host.processes
  .pids()
  .map((pid) => host.processes.find(pid))
  .find((process) => process?.exe === 'AnyDesk.exe');
host.endProcess(program.pid ?? 0, 'force');
await pause(1_500);
const ended = events.splice(0);
const desktop = ['add', 'HKCU\\Control Panel\\Desktop', '/v', 'ScreenSaveActive', '/d', '1', '/f'];
execFileSync('C:\\windows\\system32\\reg.exe', desktop, { stdio: 'ignore' });
await pause(2_500);
const changed = events.splice(0);

watch.close();
host.close();
console.log(JSON.stringify({ started, found, ended, changed }));
