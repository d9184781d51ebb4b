import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Host } from '../../../agent/core/host/host.ts';
import { watchDrives } from '../../../agent/core/watch/watch-drives.ts';
import { settingsFolders, watchSettings } from '../../../agent/core/watch/watch-settings.ts';
import type { CheckId } from '../../../shared/checks/index.ts';
import { makeFolder, makeHost, until } from '../fixtures.ts';

/** This machine’s host, looking below another folder; those of `paths` exist there, and no others. */
function hostBelow(paths: readonly string[]) {
  const root = makeFolder();
  for (const path of paths) mkdirSync(join(root, path), { recursive: true });
  const real = makeHost();
  const host: Pick<Host, 'watchFolder' | 'read'> = {
    watchFolder: (path, onChange) => real.watchFolder(join(root, path), onChange),
    read: (probe) => real.read(probe),
  };
  const write = (path: string, text = '') => writeFileSync(join(root, path), text);
  /** As careful programs write: to a new file that is moved over the old one. */
  const replace = (path: string, text: string) => {
    const draft = join(root, dirname(path), '.draft');
    writeFileSync(draft, text);
    renameSync(draft, join(root, path));
  };
  return { root, host, write, replace };
}

const rest = () => new Promise((resolve) => setTimeout(resolve, 1_000));

describe('watching settings', () => {
  function watchBelow(paths: readonly string[]) {
    const below = hostBelow(paths);
    const seen: CheckId[] = [];
    const watch = watchSettings(below.host, (check) => seen.push(check));
    onTestFinished(() => watch.close());
    return { ...below, seen };
  }

  it('reads again just the fact whose setting was replaced, once for several changes', async () => {
    const { replace, write, seen } = watchBelow(['/etc/ufw', '/etc/gdm3']);
    for (const text of ['ENABLED=no', 'ENABLED=yes', 'ENABLED=no']) replace('/etc/ufw/ufw.conf', text);
    write('/etc/ufw/before.rules', 'not looked at');
    await until(() => seen.length > 0);
    await rest();
    expect(seen).toEqual(['firewall']);
  });

  it('sees that a service which sets the clock is no longer started, and no other service', async () => {
    const wants = '/etc/systemd/system/sysinit.target.wants';
    const { root, seen } = watchBelow([wants]);
    symlinkSync('/nowhere', join(root, wants, 'systemd-pstore.service'));
    symlinkSync('/nowhere', join(root, wants, 'systemd-timesyncd.service'));
    await until(() => seen.length === 1);
    rmSync(join(root, wants, 'systemd-timesyncd.service'));
    await until(() => seen.length === 2);
    expect(seen).toEqual(['time-sync', 'time-sync']);
  });

  it('tells changes of two checks apart that come at the same time', async () => {
    const { replace, seen } = watchBelow(['/etc/ufw', '/etc/gdm3']);
    replace('/etc/gdm3/custom.conf', '[daemon]\n');
    replace('/etc/ufw/ufw.conf', 'ENABLED=yes');
    await until(() => seen.length === 2);
    expect([...seen].sort()).toEqual(['auto-login', 'firewall']);
  });

  it('is silent once it is closed', async () => {
    const { host, replace } = hostBelow(['/etc/ufw']);
    const seen: CheckId[] = [];
    const watch = watchSettings(host, (check) => seen.push(check));
    replace('/etc/ufw/ufw.conf', 'ENABLED=no');
    await new Promise((resolve) => setTimeout(resolve, 100));
    watch.close();
    await rest();
    expect(seen).toEqual([]);
  });

  it('has a reason for every folder', () => {
    expect(settingsFolders.filter(({ path, why }) => !path.startsWith('/') || why.length < 10)).toEqual([]);
  });
});

describe('watching drives', () => {
  it('sees a stick come with its partitions and go, once each, and nothing that is no drive', async () => {
    const { root, host, write, replace } = hostBelow(['/run/udev/data']);
    const seen = { changes: 0 };
    const watch = watchDrives(host, () => (seen.changes += 1));
    onTestFinished(() => watch.close());
    write('/run/udev/data/n3', 'I:1\n');
    write('/run/udev/data/+input:input9', 'I:1\n');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(seen.changes).toBe(0);
    for (const number of ['8:16', '8:17', '8:18']) replace(`/run/udev/data/b${number}`, 'E:ID_FS_TYPE=vfat\n');
    await until(() => seen.changes === 1);
    for (const number of ['8:16', '8:17', '8:18']) rmSync(join(root, `/run/udev/data/b${number}`));
    await until(() => seen.changes === 2);
    await rest();
    expect(seen.changes).toBe(2);
  });

  it('sees a phone', async () => {
    const { host, replace } = hostBelow(['/run/udev/data']);
    const seen = { changes: 0 };
    const watch = watchDrives(host, () => (seen.changes += 1));
    onTestFinished(() => watch.close());
    replace('/run/udev/data/c189:5', 'E:ID_MODEL=x\n');
    await until(() => seen.changes === 1);
    expect(seen.changes).toBe(1);
  });

  it('looks by the clock where there is no udev', async () => {
    let lists = 0;
    const host: Pick<Host, 'watchFolder' | 'read'> = {
      watchFolder: () => undefined,
      read() {
        lists += 1;
        return Promise.resolve({ outcome: 'ok', text: lists < 2 ? 'vda' : 'vda\nsda' });
      },
    };
    const seen = { changes: 0 };
    const watch = watchDrives(host, () => (seen.changes += 1), 50);
    onTestFinished(() => watch.close());
    await until(() => lists >= 4);
    expect(seen.changes).toBe(1);
  });
});
