import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { agentRoutes } from '../../../shared/protocol/agent-routes.ts';
import { consoleRoutes } from '../../../shared/protocol/console-routes.ts';
import type { Down, Up } from '../../../shared/protocol/link.ts';
import { makeHome, runConsole, type TestConsole } from '../running-console.ts';
import { badFacts, type DoubleWorkstation, goodFacts, postJson } from '../workstation-double.ts';

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

interface Round {
  readonly session?: string | undefined;
  readonly messages?: readonly Up[];
  readonly wait?: number;
}

async function exchange({ session, messages = [], wait = 0 }: Round) {
  const { status, body } = await postJson(`${console.url}${agentRoutes.exchange.path}`, { session, messages, wait });
  return {
    status,
    code: body.error?.code,
    session: String(body['session']),
    messages: (body['messages'] ?? []) as Down[],
  };
}

/** Opens a link over HTTP up to the welcome. */
async function connect(pc: DoubleWorkstation) {
  const nonce = randomBytes(16).toString('base64url');
  const first = await exchange({ messages: [{ type: 'hello', workstation: pc.id, nonce, protocol: 1 }] });
  const [challenge] = first.messages;
  const jws = challenge?.type === 'challenge' ? challenge.jws : '';
  const payload = JSON.parse(Buffer.from(jws.split('.')[1]!, 'base64url').toString()) as { nonce: string };
  const second = await exchange({
    session: first.session,
    messages: [{ type: 'proof', jws: pc.proof(payload.nonce) }],
  });
  return { session: first.session, messages: second.messages };
}

it('goes the whole way without a WebSocket: proof, report, acknowledgement, decision', async () => {
  const pc = await console.workstation();
  const { session, messages } = await connect(pc);
  expect(messages).toMatchObject([{ type: 'welcome', lastSeq: 0 }]);
  const good = await exchange({ session, messages: [{ type: 'report', jws: pc.report(goodFacts()) }] });
  expect(good.messages).toContainEqual({ type: 'ack', seq: 1 });
  const bad = await exchange({
    session,
    messages: [{ type: 'report', jws: pc.report(badFacts()) }, { type: 'heartbeat' }],
  });
  expect(bad.messages.map(({ type }) => type)).toEqual(['access', 'ack']);
});

it('answers a request that waits as soon as there is something to say', async () => {
  const pc = await console.workstation();
  const { session } = await connect(pc);
  const waiting = exchange({ session, wait: 20 });
  await console.call(consoleRoutes.lock, { params: { id: pc.id }, body: { reason: 'drill' } });
  const { messages } = await waiting;
  expect(messages).toMatchObject([{ type: 'access', access: { decision: { access: 'locked' } } }]);
});

it('leaves what comes down to the request that waits, so that its order is kept', async () => {
  const pc = await console.workstation();
  const { session } = await connect(pc);
  const waiting = exchange({ session, wait: 20 });
  await new Promise((resolve) => setTimeout(resolve, 50));
  const report = await exchange({ session, messages: [{ type: 'report', jws: pc.report(goodFacts()) }] });
  expect([report.messages, (await waiting).messages.length > 0]).toEqual([[], true]);
});

it('answers with nothing when the time is up', async () => {
  const { session } = await connect(await console.workstation());
  expect((await exchange({ session, wait: 0.05 })).messages).toEqual([]);
});

it.each<[string, Round | object, number, string]>([
  ['a session that does not exist', { session: 'made-up', messages: [] }, 401, 'stale-nonce'],
  ['messages of a kind it does not know', { messages: [{ type: 'dance' }] }, 400, 'invalid-body'],
  ['more messages than a round may have', { messages: Array(51).fill({ type: 'heartbeat' }) }, 400, 'invalid-body'],
  ['a wait without end', { messages: [], wait: 3_600 }, 400, 'invalid-body'],
  ['no messages', {}, 400, 'invalid-body'],
])('refuses %s', async (_what, round, status, code) => {
  const answer = await postJson(`${console.url}${agentRoutes.exchange.path}`, round);
  expect([answer.status, answer.body.error?.code]).toEqual([status, code]);
});

it('ends a session whose proof was refused', async () => {
  const pc = await console.workstation();
  const { session } = await exchange({});
  const refused = await exchange({ session, messages: [{ type: 'proof', jws: pc.proof('n'.repeat(20)) }] });
  expect(refused.messages).toEqual([{ type: 'refused', code: 'stale-nonce' }]);
  expect((await exchange({ session })).code).toBe('stale-nonce');
});
