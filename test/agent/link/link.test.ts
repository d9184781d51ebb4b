import { randomBytes } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { secretsIn } from '../../../agent/core/host/state-folder.ts';
import { readIdentity } from '../../../agent/core/identity/identity.ts';
import { backOff } from '../../../agent/core/link/back-off.ts';
import { Link } from '../../../agent/core/link/link.ts';
import { ReportQueue } from '../../../agent/core/link/report-queue.ts';
import type { Readings } from '../../../shared/checks/index.ts';
import type { ConsoleDouble } from '../console-double.ts';
import { enrolledFolder, makeHost, makeLog, startConsole, until } from '../fixtures.ts';

const vpn = (ipv4: 'none' | 'full'): Readings => ({
  vpn: { readAt: new Date().toISOString(), fact: { tunnels: [], ipv4, ipv6: 'absent' } },
  software: { readAt: new Date().toISOString(), fact: { catalogue: '1', found: [] } },
});

async function openLink(double: ConsoleDouble) {
  const host = makeHost();
  const folder = await enrolledFolder(double, host);
  const log = makeLog();
  const queue = new ReportQueue(folder, log);
  const heard: string[] = [];
  const link = new Link({
    identity: await readIdentity(secretsIn(folder), host),
    queue,
    now: () => new Date(),
    random: () => 0.5,
    log,
    onWelcome: () => heard.push('welcome'),
    onAccess: ({ decision }) => heard.push(decision.access),
    onPrograms: () => heard.push('programs'),
    onRecheck: (checks) => heard.push(`recheck ${checks ?? 'all'}`),
    onMail: () => undefined,
    onUpdate: () => undefined,
    onChange: () => undefined,
  });
  onTestFinished(() => link.close());
  link.open();
  return { link, queue, log, heard };
}

describe('the link', () => {
  it('proves this PC and takes what the console says', async () => {
    const double = await startConsole();
    const { heard } = await openLink(double);
    await until(() => double.proofs.length === 1);
    expect(double.proofs[0]).toMatchObject({
      workstation: 'ws_0123456789abcdef',
      machineId: expect.stringMatching(/^[\w-]{43}$/),
      agentVersion: expect.stringMatching(/^\d/),
    });
    await until(() => heard.includes('welcome'));
    double.send({ type: 'access', access: { program: 'demo', decision: { access: 'locked', reasons: [] } } });
    double.send({ type: 'recheck', checks: ['vpn'] });
    double.send({ type: 'programs', programs: [] });
    await until(() => heard.length === 4);
    expect(heard).toEqual(['welcome', 'locked', 'recheck vpn', 'programs']);
  });

  it('says nothing to a console that cannot sign with a pinned key', async () => {
    const double = await startConsole();
    double.isImpostor = true;
    const { link, log } = await openLink(double);
    link.report(vpn('none'));
    await until(() => link.state.trouble?.includes('not the console that this PC was enrolled with'));
    expect(double.heard.every(({ type }) => type === 'hello')).toBe(true);
    expect(log.lines.join()).not.toContain('error');
  });

  it('heals by itself within seconds when the console starts again', async () => {
    const double = await startConsole();
    const { link } = await openLink(double);
    await until(() => link.state.state === 'connected');
    await double.stop();
    await until(() => link.state.state === 'connecting');
    await double.listen();
    await until(() => link.state.state === 'connected', Boolean, 3_000);
    expect(double.proofs).toHaveLength(2);
  });

  it('sends reports one after the other, each naming the one before', async () => {
    const double = await startConsole();
    const { link, queue } = await openLink(double);
    for (const ipv4 of ['none', 'full', 'full'] as const) link.report(vpn(ipv4));
    await until(() => queue.length === 0);
    expect(double.reports.map(({ seq, facts, same }) => [seq, Object.keys(facts), Object.keys(same)])).toEqual([
      [1, ['vpn', 'software'], []],
      [2, ['vpn'], ['software']],
      [3, [], ['vpn', 'software']],
    ]);
    expect(double.reports.map(({ prev }) => prev.length)).toEqual([0, 43, 43]);
    expect(double.reports[1]?.prev).not.toBe(double.reports[2]?.prev);
  });

  it('signs with the newest nonce', async () => {
    const double = await startConsole();
    const { link, heard } = await openLink(double);
    await until(() => link.state.state === 'connected');
    const nonce = randomBytes(20).toString('base64url');
    if (double.current) double.current.nonce = nonce;
    double.send({ type: 'nonce', nonce });
    double.send({ type: 'recheck' });
    await until(() => heard.includes('recheck all'));
    link.report(vpn('none'));
    await until(() => double.reports.length === 1);
    expect(double.reports[0]?.nonce).toBe(nonce);
  });

  it('sends everything in full when the console does not hold what was called unchanged', async () => {
    const double = await startConsole();
    const { link } = await openLink(double);
    link.report(vpn('none'));
    await until(() => double.reports.length === 1);
    double.onReport = ({ seq, same }) =>
      Object.keys(same).length > 0 ? { type: 'refused', code: 'facts-unknown', seq } : undefined;
    link.report(vpn('none'));
    await until(() => double.reports.length === 2);
    expect(double.reports[1]).toMatchObject({ seq: 2, same: {}, facts: vpnKeys });
  });

  it.each([
    ['a stale nonce', 'stale-nonce'],
    ['a repeated number', 'repeated-seq'],
  ] as const)('connects again after %s, and the report arrives', async (_what, code) => {
    const double = await startConsole();
    let refusals = 0;
    double.onReport = ({ seq }) => (refusals++ === 0 ? { type: 'refused', code, seq } : undefined);
    const { link } = await openLink(double);
    link.report(vpn('none'));
    await until(() => double.reports.length === 1);
    expect(double.proofs).toHaveLength(2);
  });

  it.each([
    ['could not write', 'store-unavailable'],
    ['stumbled over', 'unexpected'],
  ] as const)('keeps a report that the console %s, and sends it again over the same link', async (_what, code) => {
    const double = await startConsole();
    let refusals = 0;
    double.onReport = ({ seq }) => (refusals++ === 0 ? { type: 'refused', code, seq } : undefined);
    const { link, queue } = await openLink(double);
    link.report(vpn('none'));
    await until(() => double.reports.length === 1);
    await until(() => queue.length === 0);
    expect([double.proofs.length, double.reports[0]?.seq]).toEqual([1, 1]);
  });

  it('comes back ever more slowly to a console that welcomes it and refuses its report', async () => {
    const double = await startConsole();
    double.onReport = ({ seq }) => ({ type: 'refused', code: 'repeated-seq', seq });
    const { link } = await openLink(double);
    link.report(vpn('none'));
    await until(() => double.proofs.length === 4);
    const attempts = double.proofs.length;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(double.proofs.length - attempts).toBeLessThan(2);
  });

  it('drops a report that can never be taken, says so, and goes on', async () => {
    const double = await startConsole();
    double.onReport = ({ seq }) => (seq === 1 ? { type: 'refused', code: 'invalid-body', seq } : undefined);
    const { link, log } = await openLink(double);
    link.report(vpn('none'));
    link.report(vpn('full'));
    await until(() => double.reports.length === 1);
    expect(double.reports[0]?.seq).toBe(2);
    expect(log.lines).toContain('error The console cannot take a report; it is dropped.');
  });

  it('sends a report again, under its number, when the link broke before the acknowledgement', async () => {
    const double = await startConsole();
    let cuts = 0;
    double.onReport = () => {
      if (cuts++ > 0) return undefined;
      double.cut();
      return 'nothing';
    };
    const { link } = await openLink(double);
    link.report(vpn('none'));
    await until(() => double.reports.length === 1);
    expect(double.reports[0]?.seq).toBe(1);
  });

  it('leaves a console that has revoked it in peace', async () => {
    const double = await startConsole();
    double.refusesHello = { type: 'refused', code: 'revoked-workstation' };
    const { link } = await openLink(double);
    await until(() => link.state.refused);
    const hellos = double.heard.length;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect([link.state.refused, double.heard.length]).toEqual(['revoked-workstation', hellos]);
  });

  it('passes over messages that it does not know', async () => {
    const double = await startConsole();
    const { link, heard } = await openLink(double);
    await until(() => link.state.state === 'connected');
    double.send({ type: 'collect-logs' } as never);
    double.send({ type: 'recheck' });
    await until(() => heard.includes('recheck all'));
    expect(link.state.state).toBe('connected');
  });
});

const vpnKeys = { vpn: expect.anything(), software: expect.anything() };

describe('a network that lets no WebSocket through', () => {
  it.each([
    ['a proxy that answers 403', 403],
    ['a gateway that answers 502', 502],
  ])('%s: the same conversation runs over plain HTTPS', async (_what, status) => {
    const double = await startConsole();
    double.blocksWebSockets = status;
    const { link, heard, queue } = await openLink(double);
    link.report(vpn('none'));
    link.report(vpn('full'));
    await until(() => double.reports.length === 2 && queue.length === 0);
    double.send({ type: 'recheck' });
    await until(() => heard.includes('recheck all'));
    expect([link.state.over, double.reports.map(({ seq }) => seq)]).toEqual(['https', [1, 2]]);
  });

  it('heals there as well when the console starts again', async () => {
    const double = await startConsole();
    double.blocksWebSockets = 403;
    const { link } = await openLink(double);
    await until(() => link.state.state === 'connected');
    await double.stop();
    await until(() => link.state.state === 'connecting');
    await double.listen();
    await until(() => link.state.state === 'connected');
    expect(double.proofs.length).toBe(2);
  });
});

describe('the pause before another attempt', () => {
  it.each([
    [0, 0, 50],
    [0, 1, 300],
    [3, 1, 2_050],
    [7, 1, 30_050],
    [1_000, 1, 30_050],
    [1_000, 0, 50],
  ])('after %i failures and a draw of %d: %i ms', (failures, draw, expected) => {
    expect(backOff(failures, () => draw)).toBe(expected);
  });
});
