import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Readings } from '../../../shared/checks/index.ts';
import { consoleRoutes } from '../../../shared/protocol/console-routes.ts';
import { jwsTypes } from '../../../shared/protocol/report.ts';
import { makeHome, runConsole, type TestConsole } from '../running-console.ts';
import { badFacts, type DoubleWorkstation, goodFacts, makeDevice, signJws } from '../workstation-double.ts';

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

const detail = (id: string) => console.call(consoleRoutes.workstation, { params: { id } });
const timeline = async (id: string) => (await console.call(consoleRoutes.timeline, { params: { id } })).rows;
const random = () => randomBytes(16).toString('base64url');

/** Changes one letter in the middle of a part of a JWS. */
function damaged(jws: string, part: 0 | 1 | 2): string {
  const parts = jws.split('.');
  const text = parts[part]!;
  const middle = Math.floor(text.length / 2);
  parts[part] = `${text.slice(0, middle)}${text[middle] === 'A' ? 'B' : 'A'}${text.slice(middle + 1)}`;
  return parts.join('.');
}

describe('reports', () => {
  it('are acknowledged, evaluated and decided about', async () => {
    const worker = await console.workstation();
    const { socket } = await worker.connect(console.url);
    socket.send({ type: 'report', jws: worker.report(goodFacts()) });
    expect(await socket.next('ack')).toEqual({ type: 'ack', seq: 1 });
    socket.send({ type: 'report', jws: worker.report({ software: badFacts().software }) });
    const { access } = await socket.next('access').then(() => socket.next('access'));
    expect(access.decision).toMatchObject({
      access: 'locked',
      reasons: [{ cause: 'software', code: 'forbidden-running' }],
    });
    socket.send({ type: 'report', jws: worker.report({ software: goodFacts().software }) });
    expect((await socket.next('access')).access.decision.access).toBe('ready');
    await socket.next('ack');
    const rows = (await timeline(worker.id)).filter(({ kind }) => kind === 'access');
    expect(rows.slice(0, 2).map((row) => [row.previous, row.decision?.access])).toEqual([
      ['locked', 'ready'],
      ['ready', 'locked'],
    ]);
    await socket.close();
  });

  it('that follow each other without waiting are taken in order', async () => {
    const worker = await console.workstation();
    const { socket } = await worker.connect(console.url);
    const facts = goodFacts();
    for (let index = 0; index < 200; index += 1) socket.send({ type: 'report', jws: worker.report(facts) });
    const acknowledged: number[] = [];
    for (let index = 0; index < 200; index += 1) acknowledged.push((await socket.next('ack')).seq);
    expect(acknowledged).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
    expect((await timeline(worker.id)).filter(({ kind }) => kind === 'report-gap')).toEqual([]);
    await socket.close();
  });

  it('may leave out what did not change, once the console knows it', async () => {
    const worker = await console.workstation();
    const { socket } = await worker.connect(console.url);
    const readAt = new Date().toISOString();
    const same = { software: readAt, vpn: readAt };
    const vpnOnly: Readings = { vpn: goodFacts().vpn };
    socket.send({ type: 'report', jws: worker.report({}, { same }) });
    expect(await socket.next('refused')).toEqual({ type: 'refused', code: 'facts-unknown', seq: 1 });
    worker.seq = 0;
    worker.hash = '';
    socket.send({ type: 'report', jws: worker.report(goodFacts()) });
    expect((await socket.next('ack')).seq).toBe(1);
    socket.send({ type: 'report', jws: worker.report(vpnOnly, { same: { software: readAt } }) });
    expect((await socket.next('ack')).seq).toBe(2);
    expect((await detail(worker.id)).readings.software?.readAt).toBe(readAt);
    await socket.close();
  });

  it.each<[string, (worker: DoubleWorkstation) => string, { code: string; seq?: number }]>([
    ['a damaged signature', (worker) => damaged(worker.report(goodFacts()), 2), { code: 'bad-signature' }],
    ['a changed payload', (worker) => damaged(worker.report(goodFacts()), 1), { code: 'bad-signature' }],
    [
      'a key that is not enrolled',
      (worker) => signJws({}, jwsTypes.report, { ...worker.device, ...makeDevice() }),
      { code: 'bad-signature' },
    ],
    [
      'alg none',
      (worker) =>
        `${signJws({ seq: 1 }, jwsTypes.report, worker.device, { alg: 'none' }).split('.').slice(0, 2).join('.')}.`,
      { code: 'bad-signature' },
    ],
    [
      'another algorithm',
      (worker) => signJws({ seq: 1 }, jwsTypes.report, worker.device, { alg: 'HS256' }),
      { code: 'bad-signature' },
    ],
    [
      'a critical header it does not know',
      (worker) => signJws({ seq: 1 }, jwsTypes.report, worker.device, { crit: ['exp'] }),
      { code: 'bad-signature' },
    ],
    [
      'the type of something else',
      (worker) => signJws({ seq: 1 }, jwsTypes.proof, worker.device),
      { code: 'bad-signature' },
    ],
    ['no signature at all', () => 'not a signature', { code: 'bad-signature' }],
    [
      'another workstation’s id',
      (worker) => worker.report(goodFacts(), { workstation: `ws_${random()}` }),
      { code: 'bad-signature' },
    ],
    ['a stale nonce', (worker) => worker.report(goodFacts(), { nonce: random() }), { code: 'stale-nonce' }],
    ['a number of the wrong type', (worker) => worker.report(goodFacts(), { seq: 'one' }), { code: 'invalid-body' }],
    ['a number beyond all reason', (worker) => worker.report(goodFacts(), { seq: 2 ** 40 }), { code: 'invalid-body' }],
    [
      'a fact in the wrong form',
      (worker) => worker.report({}, { facts: { vpn: { readAt: 'yesterday', fact: { tunnels: 'none' } } } }),
      { code: 'invalid-body' },
    ],
    ['a time that is none', (worker) => worker.report(goodFacts(), { observedAt: 'noon' }), { code: 'invalid-body' }],
    ['a NUL character', (worker) => worker.report(goodFacts(), { bootId: 'a\u0000b' }), { code: 'invalid-body' }],
  ])('with %s are refused, and the link stays open', async (_what, jwsOf, refusal) => {
    const worker = await console.workstation();
    const { socket } = await worker.connect(console.url);
    socket.send({ type: 'report', jws: jwsOf(worker) });
    expect(await socket.next('refused')).toEqual({ type: 'refused', ...refusal });
    worker.seq = 0;
    worker.hash = '';
    socket.send({ type: 'report', jws: worker.report(goodFacts()) });
    expect((await socket.next('ack')).seq).toBe(1);
    await socket.close();
  });

  it.each([
    ['repeated', 2],
    ['lower', 1],
  ])('with a %s number are refused', async (_what, seq) => {
    const worker = await console.workstation();
    const { socket } = await worker.connect(console.url);
    for (let index = 0; index < 2; index += 1) socket.send({ type: 'report', jws: worker.report(goodFacts()) });
    await socket.next('ack');
    await socket.next('ack');
    socket.send({ type: 'report', jws: worker.report(goodFacts(), { seq }) });
    expect(await socket.next('refused')).toEqual({ type: 'refused', code: 'repeated-seq', seq });
    await socket.close();
  });

  it('that are missing leave a gap on record and are no reason to refuse the next', async () => {
    const worker = await console.workstation();
    const { socket } = await worker.connect(console.url);
    socket.send({ type: 'report', jws: worker.report(goodFacts()) });
    worker.report(goodFacts());
    worker.report(goodFacts());
    socket.send({ type: 'report', jws: worker.report(goodFacts()) });
    await socket.next('ack');
    expect((await socket.next('ack')).seq).toBe(4);
    const gaps = (await timeline(worker.id)).filter(({ kind }) => kind === 'report-gap');
    expect(gaps.map(({ note }) => note)).toEqual(['2 reports are missing before number 4.']);
    await socket.close();
  });

  it.each([
    ['ahead', 3_600],
    ['behind', -3_600],
  ])('from a clock an hour %s are taken, with the skew on record and honest times', async (_what, skew) => {
    const worker = await console.workstation();
    const { socket } = await worker.connect(console.url);
    const theirs = new Date(Date.now() + skew * 1000).toISOString();
    socket.send({ type: 'report', jws: worker.report(badFacts(theirs), { observedAt: theirs, sentAt: theirs }) });
    await socket.next('ack');
    const { clockSkew, readings, findings, access } = await detail(worker.id);
    expect(Math.round(clockSkew ?? 0)).toBe(skew);
    expect(access).toBe('locked');
    expect(findings[0]?.findings.filter(({ outcome }) => outcome === 'cannot-tell')).toEqual([]);
    expect(Math.abs(Date.parse(readings.vpn!.readAt) - Date.now())).toBeLessThan(60_000);
    const locked = (await timeline(worker.id)).find(({ decision }) => decision?.access === 'locked');
    expect(locked?.latency?.total).toBe(locked?.latency?.console);
    await socket.close();
  });

  it('go on after the last one committed when the agent connects again', async () => {
    const worker = await console.workstation();
    const first = await worker.connect(console.url);
    first.socket.send({ type: 'report', jws: worker.report(goodFacts()) });
    await first.socket.next('ack');
    const { hash } = worker;
    await first.socket.close();
    const { socket, welcome } = await worker.connect(console.url);
    expect(welcome).toMatchObject({ lastSeq: 1, lastHash: hash });
    await socket.close();
  });

  it('that are refused again and again end the link', async () => {
    const worker = await console.workstation();
    const { socket } = await worker.connect(console.url);
    for (let index = 0; index < 20; index += 1) socket.send({ type: 'report', jws: 'a.b.c' });
    expect(await socket.closed).toBe(1008);
  });
});
