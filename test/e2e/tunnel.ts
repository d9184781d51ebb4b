import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const openvpn = '/usr/sbin/openvpn';

/** A real OpenVPN tunnel on this machine. The far end has no interface of its own, so that only one comes and goes. */
export interface Tunnel {
  up(): Promise<void>;
  down(): Promise<void>;
  close(): Promise<void>;
}

export function createTunnel(ports: readonly [number, number] = [41_194, 41_195]): Tunnel {
  const folder = mkdtempSync(join(tmpdir(), 'shiftgate-tunnel-'));
  const key = join(folder, 'static.key');
  execFileSync(openvpn, ['--genkey', 'secret', key]);
  const common = ['--secret', key, '--cipher', 'AES-256-CBC', '--remote', '127.0.0.1', '--ping', '1', '--verb', '1'];
  const [near, far] = ports.map(String) as [string, string];
  let running: ChildProcess[] = [];

  const start = (args: readonly string[]) => {
    const child = spawn(openvpn, [...common, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    running.push(child);
    return child;
  };

  async function down(): Promise<void> {
    const ending = running.map((child) => (child.exitCode === null ? once(child, 'exit') : undefined));
    for (const child of running) child.kill('SIGTERM');
    running = [];
    await Promise.all(ending);
  }

  return {
    async up() {
      start(['--dev', 'null', '--lport', far, '--rport', near]);
      const child = start([
        '--dev',
        'sgtest0',
        '--dev-type',
        'tun',
        '--ifconfig',
        '10.211.7.1',
        '10.211.7.2',
        '--lport',
        near,
        '--rport',
        far,
      ]);
      let log = '';
      for await (const text of child.stdout ?? []) {
        log += String(text);
        if (log.includes('Initialization Sequence Completed')) return;
      }
      throw new Error(`The tunnel did not come up:\n${log}`);
    },
    down,
    async close() {
      await down();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
