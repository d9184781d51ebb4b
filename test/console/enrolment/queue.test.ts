import { calculateJwkThumbprint } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleRoutes as routes } from '../../../shared/protocol/console-routes.ts';
import type { WorkstationInQueue } from '../../../shared/protocol/policy-views.ts';
import { makeHome, runConsole, type TestConsole } from '../running-console.ts';
import { type Device, enrol, makeDevice } from '../workstation-double.ts';

let home: Awaited<ReturnType<typeof makeHome>>;
let console: TestConsole;
const devices: Record<string, Device> = {};

async function enrolAs(hostName: string, options: Parameters<TestConsole['code']>[0] = {}): Promise<string> {
  const device = makeDevice();
  devices[hostName] = device;
  const { body } = await enrol(console.url, await console.code(options), device, { hostName });
  return String(body['workstation']);
}
const decide = (id: string, state: 'active' | 'revoked', reason: string) =>
  console.call(routes.setEnrolment, { params: { id }, body: { state, reason } });
const queue = async (query = {}) => (await console.call(routes.enrolmentQueue, { query })).rows;
const named = async (hostName: string): Promise<WorkstationInQueue | undefined> =>
  (await queue()).find((row) => row.hostName === hostName);
const audited = async (id: string) =>
  (await console.call(routes.audit, { query: { target: `workstation:${id}`, action: 'enrolment' } })).rows.map(
    ({ action }) => action,
  );

beforeAll(async () => {
  home = await makeHome();
  console = await runConsole(home.home);
  const origins = [{ origin: 'http://care.example.test', upstream: 'http://127.0.0.1:9' }];
  await console.call(routes.putProgram, { params: { id: 'care' }, body: { name: 'Care', origins } });
});
afterAll(async () => {
  await console.close();
  await home.close();
});

describe('the queue of enrolments', () => {
  it('says since when a PC waits, with whose code, and for whom', async () => {
    await enrolAs('first-pc', { approval: true, person: 'Maria Lopez' });
    await enrolAs('second-pc', { approval: true });
    expect(await queue()).toMatchObject([
      {
        hostName: 'first-pc',
        person: 'Maria Lopez',
        enrolment: 'awaiting-approval',
        programs: ['sales'],
        code: { madeBy: 'command line' },
        refused: false,
      },
      { hostName: 'second-pc', enrolment: 'awaiting-approval' },
    ]);
    const row = await named('first-pc');
    expect(row?.changed?.by).toBeUndefined();
    expect(row?.changed?.at.slice(0, 16)).toBe(row?.enrolledAt.slice(0, 16));
  });

  it('names a key by the thumbprint that others work out too', async () => {
    const { publicKey } = devices['first-pc'] ?? {};
    expect((await named('first-pc'))?.key).toBe(await calculateJwkThumbprint(publicKey ?? {}));
  });

  it('lets a refused PC go to those that were revoked, with who refused it and why, in the audit too', async () => {
    const { id = '' } = (await named('second-pc')) ?? {};
    await decide(id, 'revoked', 'Nobody of ours');
    expect(await named('second-pc')).toMatchObject({
      enrolment: 'revoked',
      refused: true,
      changed: { by: 'command line', reason: 'Nobody of ours' },
    });
    expect(await audited(id)).toEqual(['enrolment-refused', 'enrolment-changed']);
  });

  it('keeps what waits before what is revoked, of which the latest stands first', async () => {
    const id = await enrolAs('third-pc');
    await decide(id, 'revoked', 'Lost laptop');
    expect((await queue()).map(({ hostName, refused }) => [hostName, refused])).toEqual([
      ['first-pc', false],
      ['third-pc', false],
      ['second-pc', true],
    ]);
    expect(await audited(id)).toEqual(['enrolment-changed', 'enrolment-changed']);
  });

  it('has no more of a PC that is approved, or enrolled again', async () => {
    const { id = '' } = (await named('first-pc')) ?? {};
    await decide(id, 'active', 'Expected today');
    const again = devices['third-pc'] ?? makeDevice();
    await enrol(console.url, await console.code(), again, { hostName: 'third-pc' });
    expect((await queue()).map(({ hostName }) => hostName)).toEqual(['second-pc']);
  });

  it('is that of one program, where it is asked for one', async () => {
    await enrolAs('care-pc', { approval: true, program: 'care' });
    expect((await queue({ program: 'care' })).map(({ hostName }) => hostName)).toEqual(['care-pc']);
    expect(await queue({ program: 'none' })).toEqual([]);
  });
});
