import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { diskEncryptionLinux } from '../../../agent/core/checks/disk-encryption/linux.ts';
import { readProbes } from '../../../agent/core/scanner.ts';
import type { FactOf } from '../../../shared/checks/index.ts';
import { makeFolder, makeHost } from '../fixtures.ts';

const isRoot = process.getuid?.() === 0;
const hasMapper = /device-mapper/.test(readFileSync('/proc/devices', 'utf8'));
const secret = 'not a secret';

function run(program: string, args: string[], input = ''): string {
  return execFileSync(program, args, { encoding: 'utf8', input, stdio: ['pipe', 'pipe', 'ignore'] }).trim();
}

/** A disk in a file, with a LUKS2 container on it. */
function makeContainer(): { device: string; folder: string } {
  const folder = makeFolder();
  const image = join(folder, 'disk');
  writeFileSync(image, '');
  run('/usr/bin/truncate', ['--size=32M', image]);
  const device = run('/usr/sbin/losetup', ['--find', '--show', image]);
  onTestFinished(() => void run('/usr/sbin/losetup', ['--detach', device]));
  const quick = ['--type=luks2', '--pbkdf=pbkdf2', '--pbkdf-force-iterations=1000', '--batch-mode'];
  run('/usr/sbin/cryptsetup', ['luksFormat', ...quick, device, '-'], secret);
  return { device, folder };
}

async function readVolumes(): Promise<FactOf<'disk-encryption'>['volumes']> {
  const transcripts = await readProbes(diskEncryptionLinux, makeHost());
  const context = { now: new Date(), memory: {}, wanted: [] };
  const parsed = diskEncryptionLinux.parse(transcripts, context);
  if (!('fact' in parsed)) throw new Error(JSON.stringify(parsed));
  return parsed.fact.volumes;
}

describe('a LUKS volume on this machine', () => {
  it.runIf(isRoot)('that nobody has opened changes nothing about the system', async () => {
    const before = await readVolumes();
    makeContainer();
    expect(await readVolumes()).toEqual(before);
    expect(before.filter(({ holds }) => holds === 'system')).toHaveLength(1);
  });

  // The kernel of some virtual machines has no device-mapper, and then no LUKS volume can be opened.
  it.runIf(isRoot && hasMapper)('that is open and mounted is on, as what it is', async () => {
    const { device, folder } = makeContainer();
    const name = `shiftgate-test-${process.pid}`;
    run('/usr/sbin/cryptsetup', ['open', '--key-file=-', device, name], secret);
    onTestFinished(() => void run('/usr/sbin/cryptsetup', ['close', name]));
    run('/usr/sbin/mkfs.ext4', ['-q', `/dev/mapper/${name}`]);
    const mount = join(folder, 'mount');
    mkdirSync(mount);
    run('/usr/bin/mount', [`/dev/mapper/${name}`, mount]);
    onTestFinished(() => void run('/usr/bin/umount', [mount]));
    const volume = (await readVolumes()).find((one) => one.mount === mount);
    expect(volume).toMatchObject({ holds: 'data', state: 'on', by: expect.stringMatching(/^luks2?$/) });
  });
});
