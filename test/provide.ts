import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromiumPaths } from './chromium.ts';

/** What the tests run for real, and the Debian package that brings it. */
const needed = [
  { name: 'chromium', paths: chromiumPaths },
  { name: 'nginx-light', paths: ['/usr/sbin/nginx'] },
  { name: 'openvpn', paths: ['/usr/sbin/openvpn'] },
  { name: 'openssl', paths: ['/usr/bin/openssl'] },
  { name: 'cryptsetup-bin', paths: ['/usr/sbin/cryptsetup', '/sbin/cryptsetup'] },
  { name: 'openssh-server', paths: ['/usr/sbin/sshd'] },
  { name: 'nftables', paths: ['/usr/sbin/nft', '/sbin/nft'] },
  { name: 'ufw', paths: ['/usr/sbin/ufw'] },
  { name: 'systemd', paths: ['/usr/bin/busctl'] },
  { name: 'wireguard-go', paths: ['/usr/bin/wireguard-go'] },
  { name: 'iproute2', paths: ['/usr/sbin/ip', '/usr/bin/ip', '/sbin/ip'] },
] as const;

/** Vitest's global set-up: installs missing programs where that needs no questions, or names the command to run. */
export default function provide(): void {
  const missing = needed.filter(({ paths }) => !paths.some((path) => existsSync(path))).map(({ name }) => name);
  if (missing.length === 0) return;
  const command = `apt-get install --no-install-recommends -y ${missing.join(' ')}`;
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!mayInstall) throw new Error(`The tests need programs that are not here. Please run:\n  sudo ${command}`);
  console.log(`Installing what the tests run for real: ${missing.join(', ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('/usr/bin/apt-get', ['update'], { stdio: 'ignore', env });
  execFileSync('/usr/bin/apt-get', command.split(' ').slice(1), { stdio: ['ignore', 'ignore', 'inherit'], env });
}
