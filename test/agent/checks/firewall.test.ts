import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeFolder } from '../fixtures.ts';
import { makeNetSpace } from './net-space.ts';

const isRoot = process.getuid?.() === 0;
const nft = '/usr/sbin/nft';
const ufw = '/usr/sbin/ufw';

/** What ufw is set to belongs to the machine; it is put back after the test. */
function keepUfwAsItIs(): void {
  const copies = ['ufw.conf', 'user.rules', 'user6.rules'].map((name) => [`/etc/ufw/${name}`, name] as const);
  const folder = makeFolder();
  for (const [path, name] of copies) copyFileSync(path, join(folder, name));
  onTestFinished(() => {
    for (const [path, name] of copies) copyFileSync(join(folder, name), path);
  });
}

describe.runIf(isRoot)('on this machine', () => {
  it('rules of nftables that drop, that only look on, and none at all', async () => {
    const space = makeNetSpace();
    const profilesNow = async () => (await space.read('firewall')).fact.profiles.filter(({ name }) => name !== 'ufw');
    expect(await profilesNow()).toEqual([]);
    const rules = (policy: string) =>
      `flush ruleset\ntable inet own { chain door { type filter hook input priority 0; policy ${policy}; ct state established accept; }; }\n`;
    space.run(nft, ['-f', '-'], rules('drop'));
    expect(await profilesNow()).toEqual([{ name: 'nftables', inUse: true, state: 'on', inbound: 'block' }]);
    space.run(nft, ['-f', '-'], rules('accept'));
    expect(await profilesNow()).toEqual([{ name: 'nftables', inUse: true, state: 'on', inbound: 'allow' }]);
    space.run(nft, ['flush', 'ruleset']);
    expect(await profilesNow()).toEqual([]);
  });

  it('ufw off, on, set to let everything in, and on while its rules are gone', async () => {
    keepUfwAsItIs();
    const space = makeNetSpace();
    const profilesNow = async () => (await space.read('firewall')).fact.profiles;
    space.run(ufw, ['--force', 'disable']);
    expect(await profilesNow()).toEqual([{ name: 'ufw', inUse: true, state: 'off' }]);
    space.run(ufw, ['--force', 'enable']);
    expect(await profilesNow()).toEqual([{ name: 'ufw', inUse: true, state: 'on', inbound: 'block' }]);
    space.run('/usr/sbin/iptables', ['-P', 'INPUT', 'ACCEPT']);
    expect(await profilesNow()).toEqual([{ name: 'ufw', inUse: true, state: 'on', inbound: 'allow' }]);
    space.run(nft, ['flush', 'ruleset']);
    expect(await profilesNow()).toEqual([{ name: 'ufw', inUse: true, state: 'off' }]);
  });
});
