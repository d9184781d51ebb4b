import { randomBytes } from 'node:crypto';
import Fastify from 'fastify';
import { vi } from 'vitest';
import { saveWorkstation } from '../../../console/server/features/enrolment/store.ts';
import type { Workstation } from '../../../console/server/features/workstations/roster.ts';
import { noReport } from '../../../console/server/features/workstations/roster.ts';
import { loadLastReports } from '../../../console/server/features/workstations/store.ts';
import { openIdentity } from '../../../console/server/identity/keys.ts';
import { buildServices, type Services } from '../../../console/server/services.ts';
import { type Database, openStore } from '../../../console/server/store/engine.ts';
import type { Decision } from '../../../shared/access/decide.ts';
import type { Readings } from '../../../shared/checks/index.ts';
import type { Report } from '../../../shared/protocol/report.ts';
import { makeHome } from '../running-console.ts';
import { goodFacts, makeDevice } from '../workstation-double.ts';

export const start = new Date('2026-11-22T08:00:00.000Z');

/** Everything of a console except its sockets, on a clock that only the test moves. */
export interface Standing extends Services {
  /** A workstation of the program `sales` that has just reported that all is well. */
  workstation(change?: Partial<Workstation>): Promise<Workstation>;
  /** Takes a report as if its signature had been verified. */
  report(workstation: Workstation, facts?: Readings): Promise<void>;
  decision(workstation: Workstation, program?: string): Decision | undefined;
  publish(text: string, program?: string): Promise<void>;
  /** Moves the clock, and lets everything that is due happen; agents send heartbeats if `heard`. */
  wait(seconds: number, heard?: readonly Workstation[]): Promise<void>;
}

/** Stops the clock; `vi.useRealTimers` starts it again. */
export function stopClock(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'], now: start });
}

export async function standServices(where: Database = { sqlite: ':memory:' }): Promise<Standing> {
  const { home, close: removeHome } = await makeHome();
  const store = await openStore(where);
  const services = await buildServices({
    store,
    identity: await openIdentity(home),
    token: 'token-of-the-command-line',
    ticketLifetime: 60,
    log: Fastify({ logger: false }).log,
    publicUrl: () => 'http://127.0.0.1',
    now: () => new Date(),
  });
  await loadLastReports(store.db, services.roster);
  if (!services.directory.find('sales')) {
    const origins = [{ origin: 'http://crm.test', upstream: 'http://127.0.0.1:9' }];
    await services.programs.put('sales', { name: 'Sales', origins }, 'ada');
  }
  const report: Standing['report'] = async (workstation, facts = goodFacts(new Date().toISOString())) => {
    const seq = workstation.lastReport.seq + 1;
    const at = new Date();
    const incoming = {
      workstation: workstation.id,
      seq,
      bootId: 'boot',
      nonce: 'n'.repeat(20),
      prev: workstation.lastReport.hash,
      observedAt: at.toISOString(),
      facts,
      same: {},
    } satisfies Report;
    services.access.hear(workstation, '203.0.113.9');
    const taken = services.session.reports.take(workstation, { jws: `jws-${seq}`, report: incoming, receivedAt: at });
    taken.catch(() => undefined);
    await vi.advanceTimersByTimeAsync(60);
    await taken;
  };
  return {
    ...services,
    report,
    async workstation(change = {}) {
      const workstation = makeWorkstation(change);
      await services.writer.change((transaction) => saveWorkstation(transaction, workstation));
      services.roster.add(workstation);
      await report(workstation);
      return workstation;
    },
    decision: ({ id }, program = 'sales') => services.board.get(id, program)?.decision,
    async publish(text, program = 'sales') {
      const published = services.policies.publish(program, { text, note: '' }, 'ada');
      await vi.advanceTimersByTimeAsync(200);
      await published;
    },
    async wait(seconds, heard = []) {
      for (let left = seconds; left > 0; left -= 5) {
        for (const workstation of heard) services.access.hear(workstation, '203.0.113.9');
        await vi.advanceTimersByTimeAsync(Math.min(left, 5) * 1000);
      }
      // A commit may be under way.
      await vi.advanceTimersByTimeAsync(60);
      await services.writer.settled();
    },
    async close() {
      services.links.close();
      services.events.close();
      await services.close();
      await store.close();
      await removeHome();
    },
  };
}

export function makeWorkstation(change: Partial<Workstation> = {}): Workstation {
  const enrolledAt = new Date().toISOString();
  return {
    id: `ws_${randomBytes(16).toString('base64url')}`,
    publicKey: makeDevice().publicKey,
    machineId: 'machine',
    hostName: 'home-pc',
    person: 'Ada Lovelace',
    os: 'linux',
    system: 'Debian GNU/Linux 12 (bookworm)',
    agentVersion: '0.1.0',
    enrolment: 'active',
    enrolledAt,
    codeHash: '',
    programs: ['sales'],
    lastReport: noReport,
    committed: noReport,
    readings: {},
    clockSkew: undefined,
    contact: { at: undefined, countsFrom: enrolledAt, egress: undefined },
    locks: [],
    excuses: [],
    decided: new Map(),
    ...change,
  };
}
