import { execFile } from 'node:child_process';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeReports, tamper } from '../reports/tampering.ts';
import { makeHome, runConsole, type TestConsole } from '../running-console.ts';
import { type DoubleWorkstation, goodFacts } from '../workstation-double.ts';

let home: Awaited<ReturnType<typeof makeHome>>;
let console: TestConsole;
let pc: DoubleWorkstation;

beforeAll(async () => {
  home = await makeHome();
  console = await runConsole(home.home);
  pc = await console.workstation();
  const { socket } = await pc.connect(console.url);
  // More than fit on one page of the route.
  for (let index = 0; index < 205; index += 1) socket.send({ type: 'report', jws: pc.report(goodFacts()) });
  for (let index = 0; index < 205; index += 1) await socket.next('ack');
  await socket.close();
});
afterAll(async () => {
  await console.close();
  await home.close();
});

function verify(...args: string[]): Promise<{ code: number; out: string }> {
  return new Promise((resolve) => {
    const options = { env: { ...process.env, SHIFTGATE_HOME: home.home } };
    execFile(process.execPath, ['console/cli.ts', 'reports', 'verify', ...args], options, (error, out) => {
      resolve({ code: Number(error?.code ?? 0), out });
    });
  });
}

describe('shiftgate reports verify', () => {
  it('of a PC that lost nothing says so', async () => {
    expect(await verify(pc.id)).toEqual({
      code: 0,
      out: 'home-pc: reports 1 to 205: 205 proved. A proved report was signed there; that it is true is not proved.\n',
    });
  });

  it('prints every verdict for scripts', async () => {
    const { out } = await verify('home-pc', '--json');
    const lines = out.trim().split('\n');
    expect([lines.length, JSON.parse(lines[0]!)]).toEqual([
      205,
      { seq: 1, faults: [], link: { kind: 'first' }, state: 'proved' },
    ]);
  });

  describe('after somebody has rewritten the store', () => {
    beforeEach(() => console.close());

    it('ends with 2 when reports are gone', async () => {
      tamper(home.home, ['delete from reports where seq = 100', 'delete from reports where seq < 4']);
      console = await runConsole(home.home);
      const { code, out } = await verify(pc.id);
      expect([code, out.split('\n')]).toEqual([
        2,
        [
          '       4  earliest    the one before is no longer kept',
          '     101  gap         1 missing before it',
          expect.stringContaining('home-pc: reports 4 to 205: 1 earliest, 199 proved, 1 gap.'),
          '',
        ],
      ]);
    });

    it('ends with 1 when one was changed', async () => {
      tamper(home.home, changeReports(150, 204));
      console = await runConsole(home.home);
      const { code, out } = await verify(pc.id);
      expect([code, out]).toEqual([1, expect.stringMatching(/^ {5}150 {2}broken {6}wrong: signature, hash/m)]);
      expect(out).toMatch(/^ {5}151 {2}gap {9}names another one before it than the one kept$/m);
      expect(out).toMatch(/^ {5}205 {2}gap {9}1 missing before it$/m);
    });
  });
});
