import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { linkPath } from '../../../shared/protocol/agent-routes.ts';
import { consoleRoutes } from '../../../shared/protocol/console-routes.ts';
import { jwsTypes } from '../../../shared/protocol/report.ts';
import { makeHome, runConsole, type TestConsole } from '../running-console.ts';
import { DoubleSocket, type DoubleWorkstation, makeDevice, signJws } from '../workstation-double.ts';

let home: Awaited<ReturnType<typeof makeHome>>;
let console: TestConsole;
let pc: DoubleWorkstation;

beforeAll(async () => {
  home = await makeHome();
  console = await runConsole(home.home);
  pc = await console.workstation();
});
afterAll(async () => {
  await console.close();
  await home.close();
});

const detail = (id = pc.id) => console.call(consoleRoutes.workstation, { params: { id } });
const random = () => randomBytes(16).toString('base64url');

describe('opening a link', () => {
  it('ends in a welcome with policy, times and access', async () => {
    const { socket, welcome } = await pc.connect(console.url);
    expect(welcome).toMatchObject({
      lastSeq: 0,
      lastHash: '',
      heartbeat: 60,
      reportEvery: 900,
      lease: 900,
      egress: '127.0.0.1',
      programs: [{ id: 'sales', name: 'Sales', policyVersion: 1, policy: { name: 'Starter' } }],
      access: [{ program: 'sales', decision: { access: 'ready' } }],
    });
    expect((await detail()).connected).toBe(true);
    await socket.close();
  });

  it('proves the console to the agent: the challenge answers the agent’s own nonce', async () => {
    const socket = new DoubleSocket(console.url);
    await socket.opened();
    const nonce = random();
    socket.send({ type: 'hello', workstation: pc.id, nonce, protocol: 1 });
    const { jws } = await socket.next('challenge');
    const payload = JSON.parse(Buffer.from(jws.split('.')[1]!, 'base64url').toString());
    expect(payload).toMatchObject({ agentNonce: nonce });
    await socket.close();
  });

  it.each<[string, (socket: DoubleSocket) => void, string]>([
    [
      'an unknown workstation',
      (socket) => socket.send({ type: 'hello', workstation: `ws_${random()}`, nonce: random(), protocol: 1 }),
      'unknown-workstation',
    ],
    ['a proof before the hello', (socket) => socket.send({ type: 'proof', jws: pc.proof(random()) }), 'stale-nonce'],
    ['a report before the proof', (socket) => socket.send({ type: 'report', jws: 'a.b.c' }), 'stale-nonce'],
    ['a heartbeat before the proof', (socket) => socket.send({ type: 'heartbeat' }), 'stale-nonce'],
    ['something that is not JSON', (socket) => socket.sendText('{"type":'), 'invalid-body'],
    ['a message without a type', (socket) => socket.sendText('{"hello":1}'), 'invalid-body'],
    [
      'a wrongly typed field',
      (socket) => socket.sendText(JSON.stringify({ type: 'hello', workstation: 7, nonce: [], protocol: 'x' })),
      'invalid-body',
    ],
    ['a deeply nested message', (socket) => socket.sendText('['.repeat(100_000)), 'invalid-body'],
    [
      'a deeply nested field',
      (socket) => socket.sendText(`{"type":"proof","jws":${'['.repeat(50_000)}${']'.repeat(50_000)}}`),
      'invalid-body',
    ],
    ['a NUL character', (socket) => socket.sendText('{"type":"proof","jws":"\\u0000"}'), 'invalid-body'],
  ])('%s is refused and ends the link', async (_what, send, code) => {
    const socket = new DoubleSocket(console.url);
    await socket.opened();
    send(socket);
    expect(await socket.next('refused')).toEqual({ type: 'refused', code });
    expect(await socket.closed).toBe(1008);
  });

  it.each<[string, (nonce: string) => string, string]>([
    [
      'signed by another key',
      (nonce) =>
        signJws(
          { workstation: pc.id, nonce, machineId: pc.device.machineId, bootId: 'b', hostName: 'h', agentVersion: '1' },
          jwsTypes.proof,
          makeDevice(),
        ),
      'bad-signature',
    ],
    ['of another type', (nonce) => signJws({ workstation: pc.id, nonce }, jwsTypes.report, pc.device), 'bad-signature'],
    ['with an old nonce', () => pc.proof(random()), 'stale-nonce'],
    ['for another workstation', (nonce) => pc.proof(nonce, { workstation: `ws_${random()}` }), 'bad-signature'],
    ['without a host name', (nonce) => pc.proof(nonce, { hostName: undefined }), 'invalid-body'],
  ])('a proof %s is refused', async (_what, proofFor, code) => {
    const socket = await pc.challenge(console.url);
    socket.send({ type: 'proof', jws: proofFor(pc.nonce) });
    expect((await socket.next('refused')).code).toBe(code);
    expect(await socket.closed).toBe(1008);
  });

  it.each([
    ['larger than 256 KiB', 'x'.repeat(256 * 1024 + 1), 1009],
    ['binary', Buffer.from('{}'), 1008],
  ])('a message that is %s ends the link', async (_what, message, code) => {
    const socket = await pc.challenge(console.url);
    socket.sendText(message);
    expect(await socket.closed).toBe(code);
  });

  it.each([
    ['a page in a browser', linkPath, { origin: 'https://evil.test' }, 403],
    ['another path', '/agent/v1/other', {}, 404],
  ])('%s cannot open one', async (_who, path, headers, status) => {
    const socket = new WebSocket(`${console.url.replace('http', 'ws')}${path}`, { headers });
    const answered = await new Promise((resolve) => {
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
      socket.on('error', () => undefined);
    });
    expect(answered).toBe(status);
  });

  it('a newer link of the same workstation takes over from the older one', async () => {
    const first = await pc.connect(console.url);
    const second = await pc.connect(console.url);
    expect(await first.socket.closed).toBe(4001);
    second.socket.send({ type: 'heartbeat' });
    expect((await detail()).connected).toBe(true);
    await second.socket.close();
  });

  it('takes over a new host name', async () => {
    const { socket } = await pc.connect(console.url, { hostName: 'renamed-pc' });
    expect((await detail()).hostName).toBe('renamed-pc');
    await socket.close();
  });

  it('the same key from another PC quarantines the workstation', async () => {
    const cloned = await console.workstation();
    const original = await cloned.connect(console.url);
    const socket = await cloned.challenge(console.url);
    socket.send({ type: 'proof', jws: cloned.proof(cloned.nonce, { machineId: 'another-machine' }) });
    expect((await socket.next('refused')).code).toBe('key-in-use');
    const { decision } = (await original.socket.next('access')).access;
    expect([decision.access, decision.reasons[0]?.code]).toEqual(['locked', 'quarantined']);
    await console.call(consoleRoutes.setEnrolment, {
      params: { id: cloned.id },
      body: { state: 'active', reason: 'checked by phone' },
    });
    expect((await original.socket.next('access')).access.decision.access).toBe('ready');
    await original.socket.close();
  });

  it.each([
    ['revoked', false],
    ['refused while it waits', true],
  ])('a workstation that is %s is cut off and does not get in again', async (_what, approval) => {
    const revoked = await console.workstation({ approval });
    const { socket } = await revoked.connect(console.url);
    await console.call(consoleRoutes.setEnrolment, {
      params: { id: revoked.id },
      body: { state: 'revoked', reason: 'left the company' },
    });
    expect(await socket.closed).toBe(1008);
    const again = new DoubleSocket(console.url);
    await again.opened();
    again.send({ type: 'hello', workstation: revoked.id, nonce: random(), protocol: 1 });
    expect((await again.next('refused')).code).toBe('revoked-workstation');
    expect(await detail(revoked.id)).toMatchObject({ enrolment: 'revoked', access: 'locked', connected: false });
  });
});

describe('what the console tells agents', () => {
  it('a new policy, a manual lock and the wish for another look', async () => {
    const worker = await console.workstation();
    const { socket } = await worker.connect(console.url);
    await console.call(consoleRoutes.lock, { params: { id: worker.id }, body: { reason: 'call helpdesk first' } });
    expect((await socket.next('access')).access.decision.reasons[0]).toMatchObject({
      cause: 'manual-lock',
      params: { reason: 'call helpdesk first', by: 'command line' },
    });
    expect(await console.call(consoleRoutes.recheck, { params: { id: worker.id }, body: { checks: ['vpn'] } })).toEqual(
      { sent: true },
    );
    expect(await socket.next('recheck')).toEqual({ type: 'recheck', checks: ['vpn'] });
    await console.call(consoleRoutes.unlock, { params: { id: worker.id }, body: {} });
    expect((await socket.next('access')).access.decision.access).toBe('ready');
    await console.call(consoleRoutes.putPolicy, {
      params: { id: 'sales' },
      body: { text: 'name: Starter\nlease: 40s\n' },
    });
    expect((await socket.next('programs')).programs).toMatchObject([
      { id: 'sales', policyVersion: 2, policy: { lease: 40 } },
    ]);
    const { welcome, socket: again } = await worker.connect(console.url);
    expect(welcome).toMatchObject({ heartbeat: 10, lease: 40 });
    await again.close();
    expect(await console.call(consoleRoutes.recheck, { params: { id: worker.id }, body: {} })).toEqual({ sent: false });
  });
});
