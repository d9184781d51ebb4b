import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Host } from '../../../agent/core/host/host.ts';
import type { Probe, Transcript } from '../../../agent/core/host/probe.ts';
import { openStateFolder, secretsIn } from '../../../agent/core/host/state-folder.ts';
import { enrol } from '../../../agent/core/identity/enrolment.ts';
import { parseInvitation } from '../../../agent/core/identity/enrolment-link.ts';
import { hashMachineId, readMachine } from '../../../agent/core/identity/machine.ts';
import { agentVersion } from '../../../agent/core/version.ts';
import { makeFolder, makeHost, startConsole } from '../fixtures.ts';

const code = 'ABCD-EFGH-JKLM';
const link = (console: string, more = `&code=${code}`) =>
  `shiftgate://enrol?console=${encodeURIComponent(console)}${more}`;

describe('what a person was given to enrol with', () => {
  it.each<[string, string, Parameters<typeof parseInvitation>[1], string]>([
    ['a whole link', link('https://gate.example'), {}, 'https://gate.example'],
    ['a link with blanks around', `  ${link('https://gate.example:8443/')}\n`, {}, 'https://gate.example:8443'],
    ['a code and the address', code, { console: 'https://gate.example/admin' }, 'https://gate.example'],
    ['a code in small letters', code.toLowerCase(), { console: 'https://gate.example' }, 'https://gate.example'],
    ['HTTP to this PC', link('http://127.0.0.1:8420'), {}, 'http://127.0.0.1:8420'],
    ['HTTP to this PC by IPv6', link('http://[::1]:8420'), {}, 'http://[::1]:8420'],
    ['HTTP elsewhere, wanted so', link('http://test.lan'), { insecure: true }, 'http://test.lan'],
  ])('%s', (_what, text, options, console) => {
    expect(parseInvitation(text, options)).toEqual({ console, code });
  });

  it.each<[string, string, Parameters<typeof parseInvitation>[1], string]>([
    ['HTTP elsewhere', link('http://gate.example'), {}, 'is not encrypted'],
    ['HTTP to a name that only begins like this PC', link('http://localhost.evil.example'), {}, 'is not encrypted'],
    ['another scheme for the console', link('ftp://gate.example'), {}, 'is not the address of a console'],
    ['a script for the console', link('javascript:alert(1)'), {}, 'is not the address of a console'],
    ['a password in the address', link('https://me:secret@gate.example'), {}, 'must not hold a password'],
    ['a web link', 'https://gate.example/enrol?code=x', {}, 'That is not an enrolment link'],
    ['another action', 'shiftgate://open?program=x', {}, 'That is not an enrolment link'],
    ['no console in the link', `shiftgate://enrol?code=${code}`, {}, 'does not name a console'],
    ['no code in the link', link('https://gate.example', ''), {}, 'The code is incomplete'],
    ['half a code', 'ABCD-EFGH', { console: 'https://gate.example' }, 'The code is incomplete'],
    ['a code alone', code, {}, 'Add --console'],
  ])('refuses %s', (_what, text, options, message) => {
    expect(() => parseInvitation(text, options)).toThrow(message);
  });
});

describe('enrolment', () => {
  it('makes a key that only its owner can read, proves it, and pins the console', async () => {
    const double = await startConsole();
    const path = join(makeFolder(), 'home');
    const secrets = secretsIn(openStateFolder(path));
    const now = () => new Date('2026-11-22T08:00:00Z');
    const result = await enrol({ console: double.url, code }, { host: makeHost(), secrets, now });
    expect(result).toMatchObject({
      state: 'active',
      enrolled: { workstation: 'ws_0123456789abcdef', keys: double.keys },
    });
    const machineId = createHash('sha256')
      .update(`salt${readFileSync('/etc/machine-id', 'utf8').trim()}`)
      .digest('base64url');
    expect(double.enrolments[0]).toMatchObject({ consoleId: 'con_1', code, machineId, os: 'linux', agentVersion });
    const modes = ['', 'device-key.json', 'enrolment.json'].map((file) => statSync(join(path, file)).mode & 0o777);
    expect(modes).toEqual([0o700, 0o600, 0o600]);
  });

  it('proves the key it has when it enrols again', async () => {
    const double = await startConsole();
    const deps = { host: makeHost(), secrets: secretsIn(openStateFolder(makeFolder())), now: () => new Date() };
    await enrol({ console: double.url, code }, deps);
    const first = double.deviceKey;
    await enrol({ console: double.url, code }, deps);
    expect(double.deviceKey).toEqual(first);
  });

  it('passes on why the console refused, and keeps nothing of it', async () => {
    const double = await startConsole();
    const secrets = secretsIn(openStateFolder(makeFolder()));
    const refused = enrol(
      { console: double.url, code: 'USED-USED-USED' },
      { host: makeHost(), secrets, now: () => new Date() },
    );
    await expect(refused).rejects.toMatchObject({ name: 'ConsoleRefusal', code: 'code-used' });
    expect(await secrets.read('enrolment.json')).toBeUndefined();
  });
});

describe('the id of the machine', () => {
  const hostWith = (transcript: Transcript, os = 'linux') =>
    ({ os, read: async (_probe: Probe) => transcript }) as unknown as Host;

  it('differs from console to console', () => {
    expect(hashMachineId('one', 'id')).not.toBe(hashMachineId('two', 'id'));
  });

  it.each<[string, Transcript]>([
    ['is missing', { outcome: 'absent' }],
    ['is empty, as in an image before its first start', { outcome: 'ok', text: '' }],
    ['says "uninitialized"', { outcome: 'ok', text: 'uninitialized\n' }],
  ])('is never replaced by a host name when it %s', async (_what, transcript) => {
    await expect(readMachine(hostWith(transcript))).rejects.toThrow('sudo systemd-machine-id-setup');
  });

  it('of a Mac is that of its hardware', async () => {
    const text =
      '<plist version="1.0"><array><dict><key>IOPlatformSerialNumber</key><string>C02XXXXXXXXX</string>' +
      '<key>IOPlatformUUID</key>\n\t<string>0A1B2C3D-4E5F-6071-8293-A4B5C6D7E8F9</string></dict></array></plist>\n';
    const { id } = await readMachine(hostWith({ outcome: 'ok', text }, 'macos'));
    expect(id).toBe('0A1B2C3D4E5F60718293A4B5C6D7E8F9');
    await expect(readMachine(hostWith({ outcome: 'ok', text: '' }, 'macos'))).rejects.toThrow('hardware id');
  });
});

it('the version is that of the package', () => {
  const { version } = JSON.parse(readFileSync(`${import.meta.dirname}/../../../package.json`, 'utf8')) as {
    version: string;
  };
  expect(agentVersion).toBe(version);
});
