import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CheckId } from '../../../shared/checks/index.ts';
import { consoleRoutes } from '../../../shared/protocol/console-routes.ts';
import { makeHome, runConsole, type TestConsole } from '../running-console.ts';
import { type DoubleWorkstation, enrol, makeDevice } from '../workstation-double.ts';

let home: Awaited<ReturnType<typeof makeHome>>;
let console: TestConsole;
let pc: DoubleWorkstation;

beforeAll(async () => {
  home = await makeHome();
  console = await runConsole(home.home);
  pc = await console.workstation();
  await enrol(console.url, await console.code(), makeDevice(), { hostName: 'home-pc-1' });
});
afterAll(async () => {
  await console.close();
  await home.close();
});

/** Runs `shiftgate …` as a process of its own. */
function shiftgate(
  args: string[],
  env: Record<string, string> = {},
): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const options = { env: { ...process.env, SHIFTGATE_HOME: home.home, ...env } };
    execFile(process.execPath, ['console/cli.ts', ...args], options, (error, out, err) => {
      resolve({ code: Number(error?.code ?? 0), out, err });
    });
  });
}

async function policyFile(text: string): Promise<string> {
  const file = join(home.home, 'draft.yaml');
  await writeFile(file, text);
  return file;
}

describe('shiftgate policy', () => {
  it('validates a good policy', async () => {
    const { code, out } = await shiftgate(['policy', 'validate', 'console/starter/policy.yaml']);
    expect([code, out]).toEqual([0, 'console/starter/policy.yaml is a valid policy: Starter\n']);
  });

  it('validates a policy that is surely not meant, and says why', async () => {
    const file = await policyFile('name: P\nlease: 2h\nchecks:\n  vpn: { strategy: lock }\n');
    const { code, out } = await shiftgate(['policy', 'validate', file]);
    expect([code, out]).toEqual([
      0,
      expect.stringContaining(`${file}:2:1 lease: The lease is longer than staleAfter.`),
    ]);
  });

  it.each(['validate', 'apply'])('%s names file, line, field and remedy of a mistake', async (command) => {
    const file = await policyFile('name: P\nchecks:\n  fire-wall: {}\n');
    const { code, err } = await shiftgate(['policy', command, ...(command === 'apply' ? ['sales'] : []), file]);
    expect([code, err]).toEqual([
      1,
      `${file}:3:3 checks.fire-wall: There is no check "fire-wall". Checks are: ${CheckId.options.join(', ')}.\n`,
    ]);
  });

  it('apply puts a policy in force', async () => {
    const { out } = await shiftgate(['policy', 'apply', 'sales', await policyFile('name: New\n'), '--note', 'agreed']);
    expect(out).toMatch(/^Version \d+ of the policy of sales is in force\.\n$/);
  });
});

it('shiftgate program set creates a program', async () => {
  const { out } = await shiftgate([
    'program',
    'set',
    'care',
    '--name',
    'Care',
    '--crm',
    'http://care.test=http://127.0.0.1:9',
  ]);
  expect(out).toBe('Program care is set.\n');
});

it('shiftgate enrol code makes a code that enrols', async () => {
  const { out } = await shiftgate([
    'enrol',
    'code',
    '--program',
    'sales',
    '--person',
    'Ada Lovelace',
    '--valid-for',
    '1h',
  ]);
  const code = /^Code {5}(.*)$/m.exec(out)?.[1] ?? '';
  expect(out).toContain(`Link     shiftgate://enrol?console=${encodeURIComponent(console.url)}&code=${code}`);
  expect((await enrol(console.url, code, makeDevice())).status).toBe(200);
});

it('shiftgate lock and unlock do what they say', async () => {
  expect((await shiftgate(['lock', pc.id, '--reason', 'drill'])).out).toBe('home-pc is locked.\n');
  const { access } = await console.call(consoleRoutes.workstation, { params: { id: pc.id } });
  expect(access).toBe('locked');
  expect((await shiftgate(['unlock', pc.id])).out).toContain('Its access is now: ready');
});

it('shiftgate audit verify counts the entries', async () => {
  const { code, out } = await shiftgate(['audit', 'verify']);
  expect([code, out]).toEqual([0, expect.stringMatching(/^\d+ entries, none changed\. Last hash: [0-9a-f]{64}\n$/)]);
});

describe('a command that cannot do its work says why', () => {
  it.each<[string, string[], Record<string, string>, RegExp]>([
    [
      'no console runs',
      ['audit', 'verify'],
      { SHIFTGATE_HOME: '/nowhere' },
      /No console is running here.*shiftgate serve/,
    ],
    ['nobody has that name', ['lock', 'nobody', '--reason', 'drill'], {}, /There is no workstation "nobody"/],
    [
      'it is only a part of a name',
      ['lock', 'home', '--reason', 'drill'],
      {},
      /does not name one workstation alone\. Use the id of one of these:\n {2}ws_/,
    ],
    ['the reason is too short', ['lock', 'home-pc-1', '--reason', ''], {}, /Give a reason of at least three letters/],
    ['the program is unknown', ['enrol', 'code', '--program', 'none'], {}, /There is no such program/],
    [
      'the CRM is not an address',
      ['program', 'set', 'a', '--name', 'A', '--crm', 'crm'],
      {},
      /https:\/\/crm\.example\.com=/,
    ],
    [
      'the port is no port',
      ['serve'],
      { SHIFTGATE_PORT: 'http' },
      /^SHIFTGATE_PORT cannot be used: write a port number/,
    ],
    [
      'the database is no database',
      ['serve'],
      { SHIFTGATE_DATABASE: 'mysql://x' },
      /^SHIFTGATE_DATABASE cannot be used: write it as postgres/,
    ],
    ['the data is in use', ['serve'], { SHIFTGATE_PORT: '18999' }, /another console uses it/],
  ])('%s', async (_why, args, env, words) => {
    const { code, err } = await shiftgate(args, env);
    expect([code, err]).toEqual([1, expect.stringMatching(words)]);
    expect(err).not.toContain('    at ');
  });
});
