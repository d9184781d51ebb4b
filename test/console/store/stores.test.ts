import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { commit } from '../../../console/server/features/access/store.ts';
import type { AuditDraft } from '../../../console/server/features/audit/chain.ts';
import { appendAudit, listAudit, verifyAudit } from '../../../console/server/features/audit/store.ts';
import {
  findCode,
  insertCode,
  saveEnrolment,
  saveWorkstation,
  spendCode,
} from '../../../console/server/features/enrolment/store.ts';
import { listReports, recordReports } from '../../../console/server/features/history/store.ts';
import { insertPolicy } from '../../../console/server/features/policies/store.ts';
import { loadPrograms, saveProgram } from '../../../console/server/features/programs/store.ts';
import {
  endSessions,
  findSession,
  hasOwner,
  insertOperator,
  insertSession,
  listSessions,
  updateSession,
} from '../../../console/server/features/sign-in/store.ts';
import { noReport, Roster, type Workstation } from '../../../console/server/features/workstations/roster.ts';
import {
  listTimeline,
  loadLastReports,
  loadWorkstations,
} from '../../../console/server/features/workstations/store.ts';
import { CannotStart } from '../../../console/server/identity/home.ts';
import { isStatementFault, openStore, type Store } from '../../../console/server/store/engine.ts';
import { Writer } from '../../../console/server/store/writer.ts';
import { goodFacts } from '../workstation-double.ts';
import { startPostgres, startSqlite, type TestEngine } from './databases.ts';

const at = '2026-11-22T08:00:00.000Z';
const later = '2026-11-22T09:00:00.000Z';

function someWorkstation(id = 'ws_0123456789abcdef', change: Partial<Workstation> = {}): Workstation {
  return {
    id,
    publicKey: { kty: 'EC', crv: 'P-256', x: id.padEnd(43, 'x'), y: id.padEnd(43, 'y') },
    machineId: 'machine-1',
    hostName: 'home-pc',
    person: 'Ada Lovelace',
    os: 'linux',
    system: 'Debian GNU/Linux 12 (bookworm)',
    agentVersion: '0.1.0',
    enrolment: 'active',
    enrolledAt: at,
    codeHash: 'code-1',
    programs: ['sales'],
    lastReport: noReport,
    committed: noReport,
    readings: {},
    clockSkew: undefined,
    contact: { at: undefined, countsFrom: at, egress: undefined },
    locks: [],
    excuses: [],
    decided: new Map(),
    ...change,
  };
}

function draft(action: string, detail: AuditDraft['detail'] = {}): AuditDraft {
  return { at, actor: 'ada', action, target: 'workstation:ws_1', detail };
}

function accessRow(workstation: string, access: string) {
  const decision = JSON.stringify({ access, reasons: [] });
  return {
    workstation,
    program: 'sales',
    access,
    decision,
    since: at,
    policy_version: 1,
    failing_since: '{"vpn/down":"x"}',
  };
}

function reportRow(workstation: string, seq: number) {
  const readings = JSON.stringify(goodFacts(at));
  return { workstation, seq, hash: `hash-${seq}`, boot_id: 'boot', received_at: at, clock_skew: -12, readings };
}

function accessEvent(workstation: string, eventAt: string) {
  return {
    at: eventAt,
    workstation,
    kind: 'access',
    program: 'sales',
    by_name: null,
    decision: JSON.stringify({ access: 'locked', reasons: [] }),
    previous: 'ready',
    policy_version: 2,
    latency: null,
    note: null,
  };
}

describe.each([
  ['SQLite', startSqlite],
  ['PostgreSQL', startPostgres],
])('the stores on %s', (_name, start) => {
  let engine: TestEngine;
  let store: Store;

  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.close());
  beforeEach(async () => {
    store = await openStore(await engine.fresh());
    return () => store.close();
  });

  it('opens a database that has its tables already', async () => {
    const where = await engine.fresh();
    await (await openStore(where)).close();
    const again = await openStore(where);
    expect(await loadPrograms(again.db)).toEqual([]);
    await again.close();
  });

  it('keeps programs with the newest version of their policy', async () => {
    const origins = [{ origin: 'https://crm.test', upstream: 'http://127.0.0.1:1' }];
    await saveProgram(store.db, { id: 'sales', name: 'Old name', origins });
    await saveProgram(store.db, { id: 'sales', name: 'Sales', origins });
    for (const version of [1, 2]) {
      await insertPolicy(store.db, {
        program: 'sales',
        version,
        text: `name: V${version}`,
        author: 'ada',
        note: '',
        at,
      });
    }
    const programs = await loadPrograms(store.db);
    expect(
      programs.map(({ id, name, origins: kept, published }) => [
        id,
        name,
        kept,
        published.version,
        published.policy.name,
      ]),
    ).toEqual([['sales', 'Sales', origins, 2, 'V2']]);
  });

  it('does not start with a policy that it cannot read', async () => {
    await saveProgram(store.db, { id: 'sales', name: 'Sales', origins: [] });
    await insertPolicy(store.db, { program: 'sales', version: 1, text: 'checks: {}', author: 'ada', note: '', at });
    await expect(loadPrograms(store.db)).rejects.toThrow(CannotStart);
  });

  it('counts the uses of a code down to none', async () => {
    await insertCode(store.db, {
      hash: 'h',
      program: 'sales',
      person: null,
      uses_left: 2,
      needs_approval: 0,
      expires_at: later,
      made_by: 'ada',
      made_at: at,
    });
    expect([await spendCode(store.db, 'h'), await spendCode(store.db, 'h'), await spendCode(store.db, 'h')]).toEqual([
      true,
      true,
      false,
    ]);
    expect((await findCode(store.db, 'h'))?.uses_left).toBe(0);
  });

  it('keeps reports as they were signed, and pages them newest first', async () => {
    const report = (workstation: string, seq: number, jws = `signed-${seq}`) => ({
      ...{ workstation, seq, received_at: at, hash: `hash-${seq}`, jws },
      egress: seq === 3 ? '203.0.113.7' : null,
    });
    await recordReports(store.db, [...[1, 2, 3].map((seq) => report('ws_1', seq)), report('ws_2', 1)]);
    await recordReports(store.db, [report('ws_1', 2, 'another')]);
    const [newest, middle] = await listReports(store.db, 'ws_1', { limit: 2 });
    expect([newest, middle]).toEqual([
      { seq: 3, receivedAt: at, hash: 'hash-3', egress: '203.0.113.7', jws: 'signed-3' },
      { seq: 2, receivedAt: at, hash: 'hash-2', jws: 'signed-2' },
    ]);
    const older = await listReports(store.db, 'ws_1', { before: 2, limit: 2 });
    expect(older.map(({ seq }) => seq)).toEqual([1]);
  });

  it('brings a workstation back with all that belongs to it', async () => {
    const saved = someWorkstation();
    await saveWorkstation(store.db, saved);
    await saveWorkstation(store.db, { ...saved, hostName: 'new-name', programs: ['sales', 'support'] });
    await commit(store.db, [
      { report: reportRow(saved.id, 6), access: [accessRow(saved.id, 'ready')] },
      { report: reportRow(saved.id, 7), access: [accessRow(saved.id, 'locked')] },
    ]);
    await store.db
      .insertInto('contacts')
      .values({ workstation: saved.id, last_contact_at: later, egress: '203.0.113.9' })
      .execute();
    await store.db
      .insertInto('locks')
      .values({
        id: 'l1',
        workstation: saved.id,
        program: null,
        reason: 'r',
        set_by: 'ada',
        set_at: at,
        lifted_at: null,
      })
      .execute();
    await store.db
      .insertInto('excuses')
      .values({
        id: 'e1',
        workstation: saved.id,
        checks: '["vpn"]',
        until: later,
        reason: 'r',
        granted_by: 'ada',
        granted_at: at,
        ended_at: null,
      })
      .execute();
    const [loaded] = await loadWorkstations(store.db, new Date('2026-11-22T12:00:00.000Z'));
    const roster = new Roster();
    roster.add(loaded!);
    await loadLastReports(store.db, roster);
    const last = { seq: 7, hash: 'hash-7', bootId: 'boot' };
    expect(loaded).toEqual({
      ...saved,
      hostName: 'new-name',
      programs: ['sales', 'support'],
      lastReport: last,
      committed: last,
      readings: goodFacts(at),
      clockSkew: -12,
      contact: { at: later, countsFrom: '2026-11-22T12:00:00.000Z', egress: '203.0.113.9' },
      locks: [{ id: 'l1', program: undefined, reason: 'r', by: 'ada', at }],
      excuses: [{ id: 'e1', checks: ['vpn'], until: later, reason: 'r', by: 'ada', at }],
      decided: new Map([
        [
          'sales',
          {
            entry: {
              workstation: saved.id,
              program: 'sales',
              decision: { access: 'locked', reasons: [] },
              since: at,
              policyVersion: 1,
            },
            failingSince: { 'vpn/down': 'x' },
          },
        ],
      ]),
    });
  });

  it('leaves out locks that were lifted and excuses that ended', async () => {
    const { id } = someWorkstation();
    await saveWorkstation(store.db, someWorkstation());
    await store.db
      .insertInto('locks')
      .values({ id: 'l1', workstation: id, program: null, reason: 'r', set_by: 'a', set_at: at, lifted_at: later })
      .execute();
    await commit(store.db, [{ endedExcuses: [{ id: 'nothing', at }] }]);
    const [loaded] = await loadWorkstations(store.db, new Date(at));
    expect([loaded?.locks, loaded?.excuses]).toEqual([[], []]);
  });

  it.each([
    [
      'out of contact before the restart',
      [{ cause: 'out-of-contact', code: 'out-of-contact', params: {}, effect: 'lock' }],
      at,
    ],
    ['in contact before the restart', [], later],
  ])('counts the silence of a workstation %s', async (_situation, reasons, countsFrom) => {
    const { id } = someWorkstation();
    await saveWorkstation(store.db, someWorkstation());
    const decision = JSON.stringify({ access: reasons.length > 0 ? 'locked' : 'ready', reasons });
    await commit(store.db, [{ access: [{ ...accessRow(id, 'locked'), decision }] }]);
    await store.db.insertInto('contacts').values({ workstation: id, last_contact_at: at, egress: null }).execute();
    const [loaded] = await loadWorkstations(store.db, new Date(later));
    expect(loaded?.contact).toEqual({ at, countsFrom, egress: undefined });
  });

  it('writes a thousand reports in one transaction', async () => {
    const entries = Array.from({ length: 1_000 }, (_, index) => ({ report: reportRow(`ws_${index}`, index + 1) }));
    await new Writer(store.db).change((transaction) => commit(transaction, entries));
    const { total } = await store.db
      .selectFrom('last_reports')
      .select((select) => select.fn.countAll().as('total'))
      .executeTakeFirstOrThrow();
    expect(Number(total)).toBe(1_000);
  });

  it('pages through the timeline, newest first, with the latency added later', async () => {
    await commit(store.db, [
      { history: [accessEvent('ws_1', at), accessEvent('ws_2', at), accessEvent('ws_1', later)] },
      { latencies: [{ workstation: 'ws_1', program: 'sales', at: later, latency: { total: 120, console: 8 } }] },
    ]);
    const newest = await listTimeline(store.db, 'ws_1', { limit: 1 });
    const older = await listTimeline(store.db, 'ws_1', { limit: 5, before: Number(newest[0]?.id) });
    expect([...newest, ...older].map((entry) => [entry.at, entry.previous, entry.latency])).toEqual([
      [later, 'ready', { total: 120, console: 8 }],
      [at, 'ready', undefined],
    ]);
  });

  it('chains the audit and lists it newest first', async () => {
    await appendAudit(store.db, [draft('one'), draft('two', { b: 1, a: [{ d: 2, c: 3 }] })]);
    await appendAudit(store.db, [draft('three')]);
    const listed = await listAudit(store.db, { limit: 2 });
    expect(listed.map(({ id, action }) => [id, action])).toEqual([
      [3, 'three'],
      [2, 'two'],
    ]);
    expect(await verifyAudit(store.db)).toEqual({ ok: true, entries: 3, head: listed[0]?.hash });
  });

  it.each<[string, (db: Store['db']) => Promise<unknown>, number]>([
    ['changed', (db) => db.updateTable('audit').set({ actor: 'nobody' }).where('id', '=', 2).execute(), 2],
    ['taken out', (db) => db.deleteFrom('audit').where('id', '=', 2).execute(), 3],
    [
      'changed in its detail',
      (db) => db.updateTable('audit').set({ detail: '{"a":2}' }).where('id', '=', 3).execute(),
      3,
    ],
  ])('notices an audit entry that was %s', async (_what, tamper, brokenAt) => {
    await appendAudit(store.db, [draft('one'), draft('two'), draft('three', { a: 1 })]);
    await tamper(store.db);
    expect(await verifyAudit(store.db)).toMatchObject({ ok: false, brokenAt });
  });

  it('keeps one chain when many changes come at once', async () => {
    const writer = new Writer(store.db);
    const changes = Array.from({ length: 20 }, (_, index) =>
      writer.change((transaction) => appendAudit(transaction, [draft(`change-${index}`)])),
    );
    await Promise.all(changes);
    expect(await verifyAudit(store.db)).toMatchObject({ ok: true, entries: 20 });
  });

  it('finds a session until it ends or runs out', async () => {
    const invited = { name: 'bo', password: '', made_at: at, role: 'owner' };
    await insertOperator(store.db, invited);
    expect(await hasOwner(store.db)).toBe(false);
    await insertOperator(store.db, { name: 'ada', password: 'x', made_at: at, role: 'owner' });
    expect(await hasOwner(store.db)).toBe(true);
    const session = {
      operator: 'ada',
      started_at: at,
      last_seen_at: at,
      expires_at: later,
      ended_at: null,
      address: '',
      browser: '',
      factor: 'password',
    };
    await insertSession(store.db, { ...session, hash: 'h1', id: 's1' });
    await insertSession(store.db, { ...session, hash: 'h2', id: 's2' });
    await updateSession(store.db, 'h2', { last_seen_at: later, expires_at: '2026-11-23T08:00:00.000Z' });
    expect((await findSession(store.db, 'h1', at))?.id).toBe('s1');
    expect(await findSession(store.db, 'h1', later)).toBeUndefined();
    expect((await listSessions(store.db, 'ada', later)).map(({ id }) => id)).toEqual(['s2']);
    expect(await endSessions(store.db, later, { id: 's2', operator: 'eve' })).toEqual([]);
    expect(await endSessions(store.db, later, { id: 's2' })).toEqual([{ id: 's2', operator: 'ada' }]);
    expect(await findSession(store.db, 'h2', later)).toBeUndefined();
  });

  it('changes what an enrolment is worth', async () => {
    await saveWorkstation(store.db, someWorkstation());
    await saveEnrolment(store.db, someWorkstation().id, 'revoked');
    expect((await loadWorkstations(store.db, new Date(at)))[0]?.enrolment).toBe('revoked');
  });

  it('tells a row that can never be stored from a store that is away', async () => {
    await insertOperator(store.db, { name: 'ada', password: 'x', made_at: at, role: 'owner' });
    const again = insertOperator(store.db, { name: 'ada', password: 'x', made_at: at, role: 'owner' });
    await expect(again.catch((error: unknown) => isStatementFault(error))).resolves.toBe(true);
  });
});
