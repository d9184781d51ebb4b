import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleRoutes } from '../../../shared/protocol/console-routes.ts';
import { jwsTypes } from '../../../shared/protocol/report.ts';
import { makeHome, runConsole, type TestConsole } from '../running-console.ts';
import { type Device, type DoubleWorkstation, enrol, makeDevice, postJson, signJws } from '../workstation-double.ts';

let home: Awaited<ReturnType<typeof makeHome>>;
let console: TestConsole;
let clock = 0;

beforeAll(async () => {
  home = await makeHome();
  console = await runConsole(home.home, { now: () => new Date(Date.now() + clock) });
});
afterAll(async () => {
  await console.close();
  await home.close();
});

const errorOf = ({ status, body }: Awaited<ReturnType<typeof enrol>>) => [status, body.error?.code];
const detail = (id: unknown) => console.call(consoleRoutes.workstation, { params: { id: String(id) } });

describe('enrolment', () => {
  it('makes a workstation that belongs to the code’s program and person', async () => {
    const { status, body } = await enrol(console.url, await console.code({ person: 'Ada Lovelace' }), makeDevice());
    expect([status, body]).toEqual([
      200,
      {
        workstation: expect.stringMatching(/^ws_/),
        state: 'active',
        keys: [expect.objectContaining({ kty: 'EC' })],
        programs: [{ id: 'sales', name: 'Sales' }],
      },
    ]);
    expect(await detail(body['workstation'])).toMatchObject({
      person: 'Ada Lovelace',
      access: 'ready',
      connected: false,
    });
  });

  it('takes a code in small letters and without hyphens', async () => {
    const code = await console.code();
    expect((await enrol(console.url, code.toLowerCase().replaceAll('-', ' '), makeDevice())).status).toBe(200);
  });

  it('answers a request that is repeated like the first, and counts one use', async () => {
    const [code, device] = [await console.code(), makeDevice()];
    const first = await enrol(console.url, code, device);
    expect(await enrol(console.url, code, device)).toEqual(first);
  });

  it('adds a program when the same key comes with another code', async () => {
    const device = makeDevice();
    const { body } = await enrol(console.url, await console.code(), device);
    const origins = [{ origin: 'http://care.test', upstream: 'http://127.0.0.1:9' }];
    await console.call(consoleRoutes.putProgram, { params: { id: 'care' }, body: { name: 'Care', origins } });
    const again = await enrol(console.url, await console.code({ program: 'care' }), device);
    expect(again.body).toMatchObject({ workstation: body['workstation'], programs: [{ id: 'care' }, { id: 'sales' }] });
  });

  it('waits for approval where the code asks for it', async () => {
    const { body } = await enrol(console.url, await console.code({ approval: true }), makeDevice());
    const id = String(body['workstation']);
    expect([body['state'], (await detail(id)).programs[0]?.decision.reasons[0]?.code]).toEqual([
      'awaiting-approval',
      'awaiting-approval',
    ]);
    await console.call(consoleRoutes.setEnrolment, {
      params: { id },
      body: { state: 'active', reason: 'known person' },
    });
    expect((await detail(id)).access).toBe('ready');
  });

  it('lets a revoked workstation in again with a new code', async () => {
    const device = makeDevice();
    const { body } = await enrol(console.url, await console.code(), device);
    const id = String(body['workstation']);
    await console.call(consoleRoutes.setEnrolment, {
      params: { id },
      body: { state: 'revoked', reason: 'lost laptop' },
    });
    expect((await enrol(console.url, await console.code(), device)).body).toMatchObject({
      workstation: id,
      state: 'active',
    });
  });

  it('quarantines a key that enrols from two PCs', async () => {
    const device = makeDevice();
    const { body } = await enrol(console.url, await console.code(), device);
    const clone: Device = { ...device, machineId: 'another-machine' };
    expect(errorOf(await enrol(console.url, await console.code(), clone))).toEqual([409, 'key-in-use']);
    expect(await detail(body['workstation'])).toMatchObject({ enrolment: 'quarantined', access: 'locked' });
  });

  it('refuses a code that is used up', async () => {
    const code = await console.code();
    await enrol(console.url, code, makeDevice());
    expect(errorOf(await enrol(console.url, code, makeDevice()))).toEqual([403, 'code-used']);
  });

  it('refuses a code that has expired', async () => {
    const code = await console.code({ validFor: '1h' });
    clock = 3_601_000;
    expect(errorOf(await enrol(console.url, code, makeDevice()))).toEqual([403, 'code-expired']);
    clock = 0;
  });

  it('refuses a code that nobody made', async () => {
    expect(errorOf(await enrol(console.url, 'AAAA-BBBB-CCCC', makeDevice()))).toEqual([403, 'code-unknown']);
  });

  it('refuses an enrolment made for another console', async () => {
    const answer = await enrol(console.url, await console.code(), makeDevice(), { consoleId: 'console_other' });
    expect(errorOf(answer)).toEqual([400, 'wrong-console']);
  });

  it.each<[string, (device: Device) => string, string]>([
    ['without a key', (device) => signJws({}, jwsTypes.enrolment, device), 'invalid-body'],
    [
      'with a key that did not sign it',
      (device) => signJws({}, jwsTypes.enrolment, device, { jwk: makeDevice().publicKey }),
      'bad-signature',
    ],
    [
      'with a point that is not on the curve',
      (device) => signJws({}, jwsTypes.enrolment, device, { jwk: { ...device.publicKey, x: 'A'.repeat(43) } }),
      'bad-signature',
    ],
    [
      'with alg none',
      (device) => signJws({}, jwsTypes.enrolment, device, { alg: 'none', jwk: device.publicKey }),
      'bad-signature',
    ],
    ['of another type', (device) => signJws({}, jwsTypes.report, device, { jwk: device.publicKey }), 'bad-signature'],
    [
      'without its fields',
      (device) => signJws({}, jwsTypes.enrolment, device, { jwk: device.publicKey }),
      'invalid-body',
    ],
    ['that is no signature', () => 'hello', 'invalid-body'],
  ])('refuses an enrolment %s', async (_what, jwsOf, code) => {
    const answer = await postJson(`${console.url}/agent/v1/enrol`, { jws: jwsOf(makeDevice()) });
    expect(answer.body.error?.code).toBe(code);
  });

  it('refuses a code for a program that does not exist', async () => {
    await expect(console.code({ program: 'nothing' })).rejects.toThrow('There is no such program');
  });
});

describe('a ticket', () => {
  const ask = async (pc: DoubleWorkstation, change: Record<string, unknown> = {}, device = pc.device) => {
    const { body } = await postJson(`${console.url}/agent/v1/nonce`, {});
    const request = { workstation: pc.id, nonce: body['nonce'], action: 'ticket', program: 'sales', ...change };
    return postJson(`${console.url}/agent/v1/tickets`, { jws: signJws(request, jwsTypes.request, device) });
  };

  it('opens the CRM of the program', async () => {
    const { status, body } = await ask(await console.workstation());
    expect([status, body['url']]).toEqual([
      200,
      expect.stringMatching(/^http:\/\/crm\.example\.test\/\.shiftgate\/launch#t=./),
    ]);
  });

  it('is not given twice for one nonce', async () => {
    const pc = await console.workstation();
    const { body } = await postJson(`${console.url}/agent/v1/nonce`, {});
    const [first, second] = [await ask(pc, { nonce: body['nonce'] }), await ask(pc, { nonce: body['nonce'] })];
    expect([first.status, second.body.error?.code]).toEqual([200, 'stale-nonce']);
  });

  it.each([
    ['a program it does not work for', { program: 'care' }, 'not-your-program'],
    ['an unknown workstation', { workstation: 'ws_AAAAAAAAAAAAAAAAAAAAAA' }, 'unknown-workstation'],
    ['an invented nonce', { nonce: 'x'.repeat(24) }, 'stale-nonce'],
  ])('is refused for %s', async (_what, change, code) => {
    expect((await ask(await console.workstation(), change)).body.error?.code).toBe(code);
  });

  it('is refused with another key', async () => {
    expect((await ask(await console.workstation(), {}, makeDevice())).body.error?.code).toBe('bad-signature');
  });
});
