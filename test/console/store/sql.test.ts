import {
  DummyDriver,
  Kysely,
  type LogEvent,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { expect, it } from 'vitest';
import { commit } from '../../../console/server/features/access/store.ts';
import {
  appendAudit,
  lastOfEach,
  listAudit,
  readAudit,
  verifyAudit,
} from '../../../console/server/features/audit/store.ts';
import * as calls from '../../../console/server/features/call-states/store.ts';
import * as enrolment from '../../../console/server/features/enrolment/store.ts';
import * as reports from '../../../console/server/features/history/store.ts';
import * as housekeeping from '../../../console/server/features/housekeeping/store.ts';
import * as people from '../../../console/server/features/people/store.ts';
import * as policies from '../../../console/server/features/policies/store.ts';
import * as programs from '../../../console/server/features/programs/store.ts';
import * as signIn from '../../../console/server/features/sign-in/store.ts';
import { Roster } from '../../../console/server/features/workstations/roster.ts';
import {
  listActors,
  listTimeline,
  loadLastReports,
  loadWorkstations,
} from '../../../console/server/features/workstations/store.ts';
import type { Db } from '../../../console/server/store/engine.ts';
import type { Schema } from '../../../console/server/store/schema.ts';
import { makeWorkstation } from '../access/standing-services.ts';

const at = '2026-11-22T08:00:00.000Z';
const history = {
  ...{ at, workstation: 'w', kind: 'access', program: 'p', by_name: null, decision: '{}' },
  ...{ previous: null, policy_version: 1, latency: null, note: null },
};
const draft = { at, actor: 'a', action: 'x', target: 't', detail: {} };

/** Every function of every store, on a connection that only writes down what it is asked. */
const functions: Record<string, (db: Db) => Promise<unknown>> = {
  commit: (db) =>
    commit(db, [
      {
        report: { workstation: 'w', seq: 1, hash: 'h', boot_id: 'b', received_at: at, clock_skew: 0, readings: '{}' },
        access: [
          {
            workstation: 'w',
            program: 'p',
            access: 'ready',
            decision: '{}',
            since: at,
            policy_version: 1,
            failing_since: '{}',
          },
        ],
        history: [history],
        audit: [draft],
        suspensions: [{ program: 'p', check_id: 'vpn', since: at, locked: 3 }],
        signed: { workstation: 'w', seq: 1, received_at: at, hash: 'h', egress: null, jws: 'j' },
        stopped: [{ program: 'p', version: 2, at }],
        endedExcuses: [{ id: 'e', at }],
        latencies: [{ workstation: 'w', program: 'p', at, latency: { total: 1, console: 1 } }],
      },
    ]),
  appendAudit: (db) => appendAudit(db, [draft]),
  listAudit: (db) => listAudit(db, { before: 7, limit: 3 }),
  lastOfEach: (db) => lastOfEach(db, ['t'], ['x', 'y']),
  readAudit: (db) => {
    const sought = { text: 'a', targets: new Set(['workstation:w']), actors: new Set(['w']) };
    return readAudit(db, 7, 3, { action: 'x', target: 't', from: at, to: at, actor: sought, search: sought });
  },
  verifyAudit: (db) => verifyAudit(db),
  loadLastReports: (db) => loadLastReports(db, new Roster()),
  loadWorkstations: (db) => loadWorkstations(db, new Date(at)),
  listTimeline: (db) => listTimeline(db, 'w', { before: 7, limit: 3, programs: ['p'] }),
  listActors: (db) => listActors(db, 'w'),
  loadPrograms: (db) => programs.loadPrograms(db),
  saveProgram: (db) => programs.saveProgram(db, { id: 'p', name: 'P', origins: [] }),
  insertPolicy: (db) =>
    policies.insertPolicy(db, {
      ...{ program: 'p', version: 1, text: '', author: 'a', note: '', at },
      ...{ state: 'published', share: 100, lock_limit: 100, decided_by: null, decided_at: null },
    }),
  newestVersion: (db) => policies.newestVersion(db, 'p'),
  changeVersion: (db) =>
    policies.changeVersion(db, { program: 'p', version: 1, state: 'staged', share: 5, by: 'a', at }),
  listVersions: (db) => policies.listVersions(db, 'p', { before: 7, limit: 3 }),
  findVersion: (db) => policies.findVersion(db, 'p', 1),
  findForerunner: (db) => policies.findForerunner(db, 'p', 2),
  findDraft: (db) => policies.findDraft(db, 'p'),
  saveDraft: (db) => policies.saveDraft(db, 'p', { text: '', basedOn: 1, savedBy: 'a', savedAt: at }),
  dropDraft: (db) => policies.dropDraft(db, 'p'),
  listReports: (db) => reports.listReports(db, 'w', { before: 7, limit: 3 }),
  readReports: (db) => reports.readReports(db, 'w', { after: 1, since: at, limit: 3 }),
  readExcuses: (db) => reports.readExcuses(db, at),
  saveCalls: (db) => calls.saveCalls(db, [{ person: 'ada', heard_at: at }], ['bob']),
  loadCalls: (db) => calls.loadCalls(db),
  insertSamples: (db) =>
    housekeeping.insertSamples(db, at, [{ program: 'p', ready: 1, warned: 0, draining: 0, locked: 0, silent: 0 }]),
  readHourlySamples: (db) => housekeeping.readHourlySamples(db, { from: at, to: at }, ['p']),
  tidy: async (db) => {
    const limits = { reports: at, history: at, samples: at, sessions: at, tickets: at, codes: at };
    for (const step of housekeeping.steps) await step(db, limits);
  },
  insertCode: (db) =>
    enrolment.insertCode(db, {
      ...{ hash: 'h', program: 'p', person: null, uses_left: 1, needs_approval: 0 },
      ...{ expires_at: at, made_by: 'a', made_at: at },
    }),
  findCode: (db) => enrolment.findCode(db, 'h'),
  codeMakers: (db) => enrolment.codeMakers(db, ['h']),
  spendCode: (db) => enrolment.spendCode(db, 'h'),
  saveWorkstation: (db) => enrolment.saveWorkstation(db, makeWorkstation()),
  saveEnrolment: (db) => enrolment.saveEnrolment(db, 'w', 'revoked'),
  saveDescription: (db) => enrolment.saveDescription(db, makeWorkstation()),
  loadPeople: (db) => people.loadPeople(db),
  savePeople: (db) =>
    people.savePeople(db, [
      {
        ...{ id: 'p', name: 'P', externalId: undefined, language: undefined, timeZone: undefined },
        ...{ programs: ['sales'], groups: ['g'] },
      },
    ]),
  loadGroups: (db) => people.loadGroups(db),
  saveGroup: (db) => people.saveGroup(db, { id: 'g', name: 'G', program: undefined }),
  removeGroup: (db) => people.removeGroup(db, 'g'),
  renameWorkstations: (db) => people.renameWorkstations(db, ['w'], 'P'),
  hasOwner: (db) => signIn.hasOwner(db, 'b'),
  refuseTakenName: (db) => signIn.refuseTakenName(db, 'b'),
  insertOperator: (db) => signIn.insertOperator(db, { name: 'a', password: 'p', made_at: at, role: 'owner' }),
  findOperator: (db) => signIn.findOperator(db, 'a'),
  insertSession: (db) =>
    signIn.insertSession(db, {
      ...{ hash: 'h', id: 's', operator: 'a', started_at: at, last_seen_at: at },
      ...{ expires_at: at, ended_at: null, address: '', browser: '', factor: 'password', proved_at: at },
    }),
  findSession: (db) => signIn.findSession(db, 'h', at),
  listSessions: (db) => signIn.listSessions(db, 'a', at),
  updateSession: (db) => signIn.updateSession(db, 'h', { last_seen_at: at, expires_at: at }),
  updateOperator: (db) => signIn.updateOperator(db, 'a', { totp: null }),
  takeInvitation: (db) => signIn.takeInvitation(db, 'h', at),
  listPasskeys: (db) => signIn.listPasskeys(db, 'a'),
  findPasskey: (db) => signIn.findPasskey(db, 'p'),
  endSessions: (db) => signIn.endSessions(db, at, { id: 's', operator: 'a', except: 't', factor: 'totp' }),
};

const engines = {
  sqlite: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
  postgres: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
};

async function statementsOf(engine: keyof typeof engines, run: (db: Db) => Promise<unknown>): Promise<string[]> {
  const statements: string[] = [];
  const log = ({ query }: LogEvent): void => {
    statements.push(query.sql.replace(/\$\d+/g, '?'));
  };
  await run(new Kysely<Schema>({ dialect: engines[engine], log }));
  return statements;
}

it.each(Object.entries(functions))('%s sends the same SQL to both engines', async (_name, run) => {
  const sqlite = await statementsOf('sqlite', run);
  expect(sqlite.length).toBeGreaterThan(0);
  expect(await statementsOf('postgres', run)).toEqual(sqlite);
});
