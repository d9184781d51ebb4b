import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../fixtures.ts';
import { makeNetSpace, type NetSpace } from './net-space.ts';

const isRoot = process.getuid?.() === 0;

async function stateOf(space: NetSpace, kind: string) {
  const { fact } = await space.read('remote-login');
  return fact.services.find((service) => service.kind === kind);
}

function startSshd(space: NetSpace, listen: string): void {
  const folder = makeFolder();
  const key = join(folder, 'key');
  mkdirSync('/run/sshd', { recursive: true });
  space.run('/usr/bin/ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key]);
  const config = join(folder, 'config');
  writeFileSync(config, `ListenAddress ${listen}\nHostKey ${key}\nPidFile ${folder}/pid\n`);
  space.start('/usr/sbin/sshd', ['-D', '-f', config]);
}

describe.runIf(isRoot)('on this machine', () => {
  it('SSH is off, then on for the network, when sshd starts to listen', async () => {
    const space = makeNetSpace();
    expect(await stateOf(space, 'ssh')).toEqual({ kind: 'ssh', state: 'off' });
    startSshd(space, '0.0.0.0');
    await expect
      .poll(() => stateOf(space, 'ssh'), { timeout: 10_000 })
      .toEqual({ kind: 'ssh', state: 'on', reach: 'network' });
  });

  it.each(['127.0.0.1', '::1'])('SSH that listens on %s is for this PC alone', async (address) => {
    const space = makeNetSpace();
    startSshd(space, address);
    await expect
      .poll(() => stateOf(space, 'ssh'), { timeout: 10_000 })
      .toEqual({ kind: 'ssh', state: 'on', reach: 'this-pc' });
  });

  it('a port of VNC that something listens on is seen, over IPv6 too', async () => {
    const space = makeNetSpace();
    const listen = "require('node:net').createServer().listen(5901, '::')";
    space.start(process.execPath, ['-e', listen]);
    await expect
      .poll(() => stateOf(space, 'vnc'), { timeout: 10_000 })
      .toEqual({ kind: 'vnc', state: 'on', reach: 'network' });
  });
});
