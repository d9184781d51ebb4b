import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { adminRightsLinux } from '../../../agent/core/checks/admin-rights/linux.ts';
import { readProbes } from '../../../agent/core/scanner.ts';
import { makeHost } from '../fixtures.ts';

const isRoot = process.getuid?.() === 0;
const idOf = (file: string, name: string) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find(([own]) => own === name)?.[2];

/** What this machine says, to an agent that the kernel has started for somebody else. */
async function rightsOf(options: readonly string[]): Promise<unknown> {
  const command = ['/usr/bin/grep', '-E', '^(Uid|Groups):', '/proc/self/status'];
  const text = execFileSync('/usr/bin/setpriv', [...options, '--', ...command], { encoding: 'utf8' });
  const transcripts = await readProbes(adminRightsLinux, makeHost());
  // Rules of sudo are hidden from everybody but root, who runs this test.
  const hidden = { outcome: 'denied' } as const;
  const asPerson = { ...transcripts, self: { outcome: 'ok', text }, sudoers: hidden, moreSudoers: hidden } as const;
  return adminRightsLinux.parse(asPerson, { now: new Date(), memory: {}, wanted: [] });
}

describe.runIf(isRoot)('on this machine', () => {
  const uid = idOf('/etc/passwd', 'nobody') ?? '';
  const gid = idOf('/etc/group', 'nogroup') ?? idOf('/etc/group', 'nobody') ?? '';
  const nobody = [`--reuid=${uid}`, `--regid=${gid}`];

  it('nobody is ordinary, and an administrator as soon as a group says so', async () => {
    expect(await rightsOf([...nobody, '--clear-groups'])).toEqual({ fact: { rights: 'ordinary', by: [] } });
    const name = ['sudo', 'wheel'].find((group) => idOf('/etc/group', group)) ?? '';
    const admin = await rightsOf([...nobody, `--groups=${idOf('/etc/group', name)}`]);
    expect(admin).toEqual({ fact: { rights: 'with-consent', by: [name] } });
  });

  it('a group that no file knows leaves it open', async () => {
    expect(await rightsOf([...nobody, '--groups=3999999'])).toMatchObject({ cannotTell: 'absent' });
  });

  it('root is asked for nothing', async () => {
    expect(await rightsOf([])).toEqual({ fact: { rights: 'always', by: ['root'] } });
  });
});
