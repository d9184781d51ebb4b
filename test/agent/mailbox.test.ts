import { randomUUID } from 'node:crypto';
import { TOTP } from 'otpauth';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createAgent } from '../../agent/core/agent.ts';
import { openStateFolder, type StateFolder } from '../../agent/core/host/state-folder.ts';
import type { ConsoleDouble } from './console-double.ts';
import { enrolledFolder, makeHost, makeLog, startConsole, startNamed, until } from './fixtures.ts';

async function startAgent(double: ConsoleDouble, kept?: StateFolder) {
  const host = makeHost();
  const folder = kept ?? (await enrolledFolder(double, host));
  const agent = await createAgent({ host, folder, log: makeLog() });
  onTestFinished(() => agent.close());
  await agent.start();
  await until(() => agent.snapshot().link.state === 'connected');
  return { agent, folder };
}

const help = { asks: 'help', text: 'The VPN does not connect.' } as const;
const asked = (double: ConsoleDouble) => double.heard.filter(({ type }) => type === 'help' || type === 'incident');
const seen = (double: ConsoleDouble) => double.heard.filter((message) => message.type === 'seen');

describe('what the person asks of helpdesk', () => {
  it('is sent as it was written, and is taken once the console says so', async () => {
    const double = await startConsole();
    const { agent } = await startAgent(double);
    const until_ = '2026-11-25T17:00:00.000Z';
    agent.ask({ asks: 'excuse', text: 'I am on the road.', checks: ['vpn'], until: until_, program: 'demo' });
    agent.ask({ asks: 'incident', text: '' });
    await until(() => agent.snapshot().messages.every((one) => one.from === 'person' && one.taken));
    expect(asked(double)).toMatchObject([
      { type: 'help', asks: 'excuse', text: 'I am on the road.', checks: ['vpn'], until: until_, program: 'demo' },
      { type: 'incident', text: '' },
    ]);
  });

  it('waits on disk for a console that is away, and goes out once it is back', async () => {
    const double = await startConsole();
    double.takesMail = false;
    const { agent, folder } = await startAgent(double);
    agent.ask(help);
    await until(() => asked(double).length === 1);
    await agent.close();
    await double.stop();
    double.takesMail = true;
    await double.listen();
    const again = await startAgent(double, openStateFolder(folder.path));
    await until(() => asked(double).length === 2);
    expect(new Set(asked(double).map((message) => 'id' in message && message.id)).size).toBe(1);
    await until(() => again.agent.snapshot().messages.some((one) => one.from === 'person' && one.taken));
    expect(again.agent.snapshot().messages).toHaveLength(1);
  });
});

describe('a message from helpdesk', () => {
  const answer = () => ({
    type: 'message' as const,
    id: randomUUID(),
    at: '2026-11-24T08:34:00.000Z',
    from: 'Grace',
    text: 'Restart once.',
  });

  it('is there until it was on screen, which the console hears', async () => {
    const double = await startConsole();
    const { agent } = await startAgent(double);
    const message = answer();
    double.send(message);
    double.send(message);
    await until(() => agent.snapshot().messages.length === 1);
    expect(agent.snapshot().messages).toMatchObject([{ from: 'helpdesk', name: 'Grace', seen: false }]);
    agent.markSeen([message.id]);
    await until(() => seen(double).length === 1);
    expect(seen(double)).toEqual([{ type: 'seen', ids: [message.id] }]);
  });

  it('that is sent again after it was seen is told of again, and not shown as new', async () => {
    const double = await startConsole();
    const { agent } = await startAgent(double);
    const message = answer();
    double.send(message);
    await until(() => agent.snapshot().messages.length === 1);
    agent.markSeen([message.id]);
    double.send(message);
    await until(() => seen(double).length === 2);
    expect(agent.snapshot().messages).toMatchObject([{ seen: true }]);
  });
});

it('shows the caller code of this minute, by the secret that the console sent', async () => {
  const double = await startConsole();
  double.callerSecret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
  const { agent } = await startAgent(double);
  await until(() => agent.snapshot().callerCode);
  const { at, callerCode } = agent.snapshot();
  const totp = new TOTP({ secret: double.callerSecret, algorithm: 'SHA1', digits: 6, period: 60 });
  expect(callerCode?.digits).toBe(totp.generate({ timestamp: Date.parse(at) }));
  expect(Date.parse(callerCode?.until ?? '') - Date.parse(at)).toBeLessThanOrEqual(60_000);
});

describe('closing forbidden programs', () => {
  const forbidding = (process: string) => ({
    ...{ id: 'demo', name: 'Demo', policyVersion: 1 },
    policy: { name: 'P', checks: { software: { forbid: [{ process }] } } },
  });

  it('ends those that the policy forbids, and leaves others alone', async () => {
    const double = await startConsole();
    double.programs = [forbidding('sg-to-close')];
    const [wanted, other] = [startNamed('sg-to-close'), startNamed('sg-to-stay')];
    const { agent } = await startAgent(double);
    await until(() => JSON.stringify(agent.snapshot().readings.software).includes('sg-to-close'));
    expect(await agent.closeForbidden()).toEqual({ closed: ['process:sg-to-close'], left: [] });
    await until(() => wanted.signalCode !== null);
    expect([wanted.signalCode, other.signalCode]).toEqual(['SIGTERM', null]);
    expect(agent.snapshot().readings.software).toMatchObject({ fact: { found: [] } });
  });
});
