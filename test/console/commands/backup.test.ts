import { execFile } from 'node:child_process';
import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleRoutes } from '../../../shared/protocol/console-routes.ts';
import { makeHome, runConsole, type TestConsole } from '../running-console.ts';
import { goodFacts } from '../workstation-double.ts';

let home: Awaited<ReturnType<typeof makeHome>>;
let console: TestConsole;
beforeAll(async () => {
  home = await makeHome();
  console = await runConsole(home.home);
});
afterAll(async () => {
  await console.close();
  await home.close();
});

function shiftgate(args: string[], place = home.home): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const options = { env: { ...process.env, SHIFTGATE_HOME: place } };
    execFile(process.execPath, ['console/cli.ts', ...args], options, (error, out, err) => {
      resolve({ code: Number(error?.code ?? 0), out, err });
    });
  });
}

describe('shiftgate backup and restore', () => {
  it('a restored console goes on with the same workstations, keys and audit', async () => {
    const pc = await console.workstation();
    const { socket } = await pc.connect(console.url, { hostName: 'kitchen-pc' });
    socket.send({ type: 'report', jws: pc.report(goodFacts()) });
    await socket.next('ack');
    const { out } = await shiftgate(['backup']);
    const [folder = ''] = out.split('\n');
    const other = await makeHome();
    const restored = await shiftgate(['restore', folder], other.home);
    expect(restored).toMatchObject({ code: 0, out: expect.stringContaining('audit entries are whole') });
    const again = await runConsole(other.home);
    const { rows } = await again.call(consoleRoutes.workstations);
    expect(rows).toMatchObject([{ id: pc.id, hostName: 'kitchen-pc' }]);
    const { socket: back, welcome } = await pc.connect(again.url);
    expect(welcome.lastSeq).toBe(1);
    await back.close();
    await socket.close();
    await again.close();
    expect(await readFile(join(other.home, 'keys.json'), 'utf8')).toBe(
      await readFile(join(home.home, 'keys.json'), 'utf8'),
    );
    await other.close();
  });

  it('a backup that was changed is refused, and so is a folder with something in it', async () => {
    const [folder = ''] = (await shiftgate(['backup'])).out.split('\n');
    expect(await shiftgate(['restore', folder])).toMatchObject({
      code: 1,
      err: expect.stringContaining('is not empty'),
    });
    await appendFile(join(folder, 'shiftgate.db'), 'x');
    const other = await makeHome();
    expect((await shiftgate(['restore', folder], other.home)).err).toContain('was changed or is damaged');
    expect((await shiftgate(['restore', other.home], other.home)).err).toContain('holds no backup');
    await other.close();
  });

  it('is on record', async () => {
    const { rows } = await console.call(consoleRoutes.audit);
    expect(rows.filter(({ action }) => action === 'backed-up').length).toBeGreaterThan(0);
  });
});

describe('shiftgate fleet', () => {
  it('lists who cannot work, with the reason, and everything as JSON', async () => {
    const [pc] = (await console.call(consoleRoutes.workstations)).rows;
    await console.call(consoleRoutes.lock, { params: { id: pc?.id ?? '' }, body: { reason: 'Stolen laptop' } });
    const { out } = await shiftgate(['fleet', '--access', 'locked']);
    expect(out).toMatch(/^Locked +kitchen-pc .*Stolen laptop\n$/);
    const json = await shiftgate(['fleet', '--json']);
    expect(JSON.parse(json.out)).toMatchObject({ hostName: 'kitchen-pc', access: 'locked' });
    expect((await shiftgate(['fleet', '--search', 'nobody'])).out).toBe('No workstation.\n');
  });
});
