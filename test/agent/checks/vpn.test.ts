import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FactOf } from '../../../shared/checks/index.ts';
import { makeNetSpace, type NetSpace } from './net-space.ts';

const wireguard = '/usr/bin/wireguard-go';
const canRun = process.getuid?.() === 0 && existsSync(wireguard) && existsSync('/dev/net/tun');

async function vpnNow(space: NetSpace) {
  return (await space.read('vpn')).fact as FactOf<'vpn'>;
}

/** A PC at home: a wire with a default route, and a real WireGuard interface that nothing goes through yet. */
async function makeHome(): Promise<{ space: NetSpace; ip: (...args: string[]) => void }> {
  const space = makeNetSpace();
  const ip = (...args: string[]) => void space.run('/usr/sbin/ip', args);
  ip('link', 'add', 'wire', 'type', 'veth', 'peer', 'name', 'router');
  for (const name of ['wire', 'router']) ip('link', 'set', name, 'up');
  ip('address', 'add', '192.168.1.20/24', 'dev', 'wire');
  ip('route', 'add', 'default', 'via', '192.168.1.1', 'dev', 'wire');
  space.start(wireguard, ['--foreground', 'wg0']);
  await expect.poll(() => space.run('/usr/sbin/ip', ['-brief', 'link'])).toContain('wg0');
  return { space, ip };
}

describe.skipIf(!canRun)('a real WireGuard tunnel', () => {
  it('counts from when it has an address, and goes as far as its routes', async () => {
    const { space, ip } = await makeHome();
    expect(await vpnNow(space)).toMatchObject({ tunnels: [], ipv4: 'none' });

    ip('address', 'add', '10.66.0.2/32', 'dev', 'wg0');
    ip('link', 'set', 'wg0', 'up');
    const idle = await vpnNow(space);
    expect(idle.tunnels).toMatchObject([{ interface: 'wg0', vendor: 'wireguard' }]);
    expect(idle.ipv4).toBe('none');

    ip('route', 'add', '10.0.0.0/8', 'dev', 'wg0');
    expect(await vpnNow(space)).toMatchObject({ ipv4: 'split' });

    for (const half of ['0.0.0.0/1', '128.0.0.0/1']) ip('route', 'add', half, 'dev', 'wg0');
    expect(await vpnNow(space)).toMatchObject({ ipv4: 'full', ipv6: 'absent' });
  });

  it('is told apart for IPv6, which may go past it', async () => {
    const { space, ip } = await makeHome();
    ip('address', 'add', '10.66.0.2/32', 'dev', 'wg0');
    ip('link', 'set', 'wg0', 'up');
    for (const half of ['0.0.0.0/1', '128.0.0.0/1']) ip('route', 'add', half, 'dev', 'wg0');
    ip('-6', 'address', 'add', '2001:db8:1::20/64', 'dev', 'wire', 'nodad');
    ip('-6', 'route', 'add', 'default', 'dev', 'wire', 'metric', '2000');
    expect(await vpnNow(space)).toMatchObject({ ipv4: 'full', ipv6: 'none' });

    ip('-6', 'address', 'add', 'fd66::2/128', 'dev', 'wg0', 'nodad');
    ip('-6', 'route', 'add', 'default', 'dev', 'wg0', 'metric', '10');
    expect(await vpnNow(space)).toMatchObject({ ipv4: 'full', ipv6: 'full' });
  });
});
