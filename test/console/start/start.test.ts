import { execFileSync } from 'node:child_process';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startConsole } from '../../../console/server/start.ts';
import { makeHome, runConsole } from '../running-console.ts';

let home: Awaited<ReturnType<typeof makeHome>>;

beforeEach(async () => {
  home = await makeHome();
});
afterEach(() => home.close());

const start = (change: object = {}) => startConsole({ home: home.home, port: 0, logLevel: 'silent', ...change });
const exists = (name: string) =>
  stat(join(home.home, name)).then(
    () => true,
    () => false,
  );

describe('a console that cannot start says why and what to do', () => {
  it.each([
    ['console', 'port'],
    ['gate', 'gatePort'],
  ])('the port of the %s is taken', async (_which, option) => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    await expect(start({ gatePort: 0, [option]: port })).rejects.toThrow(`Port ${port} is taken.`);
    expect(await exists('console.json')).toBe(false);
    other.close();
    const running = await start();
    expect(running.url).toMatch(/^http:/);
    await running.close();
  });

  it('another console uses the same data', async () => {
    const running = await start();
    await expect(start()).rejects.toThrow(/another console uses it.*SHIFTGATE_HOME/);
    await running.close();
  });

  it('two consoles start at once on an empty folder: one runs, the other says why it does not', async () => {
    const ends = await Promise.allSettled([start(), start()]);
    const reasons = ends.flatMap((end) => (end.status === 'rejected' ? [String(end.reason)] : []));
    expect(reasons).toEqual([expect.stringContaining('another console uses it')]);
    for (const end of ends) if (end.status === 'fulfilled') await end.value.close();
  });

  it('the data folder cannot be made', async () => {
    await writeFile(join(home.home, 'file'), '');
    const inside = join(home.home, 'file', 'folder');
    await expect(start({ home: inside })).rejects.toThrow(/cannot be written.*SHIFTGATE_HOME/);
  });

  it('the database is no database', async () => {
    await writeFile(join(home.home, 'shiftgate.db'), 'x'.repeat(5_000));
    await expect(start()).rejects.toThrow(/not a database. Restore it from a backup/);
  });

  it('the database is a folder', async () => {
    await mkdir(join(home.home, 'shiftgate.db'));
    await expect(start()).rejects.toThrow(/cannot be opened/);
  });

  it.each([
    ['no JSON', '{'],
    ['not what was written', '{"consoleId":"console_1"}'],
  ])('its keys are %s', async (_what, text) => {
    await writeFile(join(home.home, 'keys.json'), text);
    await expect(start()).rejects.toThrow(/keys.json .* is damaged. Restore it from a backup/);
  });

  it('nothing listens where the PostgreSQL database should be', async () => {
    const database = { postgres: 'postgres://shiftgate@127.0.0.1:1/shiftgate' };
    await expect(start({ database })).rejects.toThrow(/nothing listens there.*SHIFTGATE_DATABASE/);
  });
});

it('says so when the data folder is read-only', async () => {
  // Root may write everywhere, so the program runs as nobody.
  const readOnly = join(home.home, 'read-only');
  await mkdir(readOnly, { mode: 0o555 });
  execFileSync('/bin/chmod', ['755', home.home]);
  const program = `
    import { startConsole } from ${JSON.stringify(join(process.cwd(), 'console/server/start.ts'))};
    if (process.getuid() === 0) process.setuid(65534);
    await startConsole({ home: ${JSON.stringify(readOnly)}, port: 0 }).then(() => console.log('started'), (error) => console.log(error.message));
  `;
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  expect(said).toContain(`The data folder ${readOnly} cannot be written.`);
});

it('keeps its secrets to its owner', async () => {
  const running = await start();
  const modes = await Promise.all(
    ['.', 'keys.json', 'console.json', 'shiftgate.db'].map(async (name) => [
      name,
      (await stat(join(home.home, name))).mode & 0o777,
    ]),
  );
  expect(modes.map(([name, mode]) => `${name} ${mode?.toString(8)}`)).toEqual([
    '. 700',
    'keys.json 600',
    'console.json 600',
    'shiftgate.db 600',
  ]);
  await running.close();
});

it('takes its address file along when it stops', async () => {
  const running = await start();
  expect(await exists('console.json')).toBe(true);
  await running.close();
  expect(await exists('console.json')).toBe(false);
});

it('stops at once, with links, events and long polls open', async () => {
  const running = await runConsole(home.home);
  const pc = await running.workstation();
  const { socket } = await pc.connect(running.url);
  const events = await fetch(`${running.url}/api/v1/events`, { headers: { authorization: `Bearer ${running.token}` } });
  const ended = events.text().catch(() => 'cut');
  const before = performance.now();
  await running.close();
  expect(performance.now() - before).toBeLessThan(5_000);
  expect([await socket.closed, await ended]).toEqual([1001, 'cut']);
});
