import { z } from 'zod';
import { Access, Decision, Enrolment } from '../../../../shared/access/decide.ts';
import { Os } from '../../../../shared/checks/define.ts';
import { CheckId } from '../../../../shared/checks/index.ts';
import { TimelineEntry } from '../../../../shared/protocol/views.ts';
import { Turn } from '../../rest.ts';
import type { Db } from '../../store/engine.ts';
import type { Row } from '../../store/schema.ts';
import {
  type Decided,
  type Excuse,
  isOutOfContact,
  type Lock,
  noReport,
  type Roster,
  type Workstation,
} from './roster.ts';
import { SharedFacts } from './shared-facts.ts';

/** Workstations read at once: their rows are as large again as what is kept of them. */
const perRead = 2_000;
/** Reports read at once while others wait: each is some kilobytes. */
const perTurn = 50;

/** Every enrolled workstation, its last report apart. `startedAt`: when this console began to listen. */
export async function loadWorkstations(db: Db, startedAt: Date): Promise<Workstation[]> {
  const locks = groupBy(
    await db.selectFrom('locks').selectAll().where('lifted_at', 'is', null).orderBy('set_at').execute(),
  );
  const excuses = groupBy(
    await db.selectFrom('excuses').selectAll().where('ended_at', 'is', null).orderBy('granted_at').execute(),
  );
  const loaded: Workstation[] = [];
  for (let after = ''; ; ) {
    const query = db.selectFrom('workstations').selectAll().where('id', '>', after).orderBy('id').limit(perRead);
    const rows = await query.execute();
    const last = rows.at(-1);
    if (!last) return loaded;
    const { programs, contacts, decided } = await loadParts(db, { after, to: last.id });
    after = last.id;
    for (const row of rows) {
      const workstation = toWorkstation(row);
      workstation.programs = (programs.get(row.id) ?? []).map(({ program }) => program);
      workstation.locks = (locks.get(row.id) ?? []).map(toLock);
      workstation.excuses = (excuses.get(row.id) ?? []).map(toExcuse);
      workstation.decided = new Map((decided.get(row.id) ?? []).map((one) => [one.program, toDecided(one)]));
      addContact(workstation, contacts.get(row.id)?.[0], startedAt);
      loaded.push(workstation);
    }
  }
}

/** The last report of each workstation, read in turns between which the gate answers. */
export async function loadLastReports(db: Db, roster: Roster): Promise<void> {
  const facts = new SharedFacts();
  const turn = new Turn();
  const next = (after: string) =>
    db.selectFrom('last_reports').selectAll().where('workstation', '>', after).orderBy('workstation').limit(perTurn);
  for (let after = ''; ; ) {
    const rows = await next(after).execute();
    const last = rows.at(-1);
    if (!last) return;
    after = last.workstation;
    for (const row of rows) {
      if (turn.isOver) await turn.next();
      const workstation = roster.find(row.workstation);
      if (workstation) addReport(workstation, row, facts);
    }
  }
}

/** Rows about the workstations with ids in a range. */
async function loadParts(db: Db, { after, to }: { after: string; to: string }) {
  const of = (table: 'workstation_programs' | 'contacts' | 'access') =>
    db.selectFrom(table).where('workstation', '>', after).where('workstation', '<=', to);
  return {
    programs: groupBy(await of('workstation_programs').selectAll().orderBy('program').execute()),
    contacts: groupBy(await of('contacts').selectAll().execute()),
    decided: groupBy(await of('access').selectAll().execute()),
  };
}

function toWorkstation(row: Row<'workstations'>): Workstation {
  return {
    id: row.id,
    publicKey: { kty: 'EC', crv: 'P-256', x: row.key_x, y: row.key_y },
    machineId: row.machine_id,
    hostName: row.host_name,
    person: row.person ?? undefined,
    os: Os.parse(row.os),
    system: row.system,
    agentVersion: row.agent_version,
    enrolment: Enrolment.parse(row.enrolment),
    enrolledAt: row.enrolled_at,
    codeHash: row.code_hash,
    programs: [],
    lastReport: noReport,
    committed: noReport,
    readings: {},
    clockSkew: undefined,
    contact: { at: undefined, countsFrom: row.enrolled_at, egress: undefined },
    locks: [],
    excuses: [],
    decided: new Map(),
  };
}

function addReport(workstation: Workstation, row: Row<'last_reports'>, facts: SharedFacts): void {
  workstation.lastReport = { seq: row.seq, hash: row.hash, bootId: row.boot_id };
  workstation.committed = workstation.lastReport;
  workstation.clockSkew = row.clock_skew;
  // A reading that this version cannot read is asked for again: the agent is told that its facts are unknown.
  workstation.readings = facts.read(row.readings) ?? {};
}

/** A console that was away heard nobody: only who was out of contact before stays so. */
function addContact(workstation: Workstation, row: Row<'contacts'> | undefined, startedAt: Date): void {
  const lastAt = row?.last_contact_at;
  const countsFrom = lastAt ?? workstation.enrolledAt;
  const start = startedAt.toISOString();
  const isKept = isOutOfContact(workstation) || countsFrom > start;
  workstation.contact = { at: lastAt, countsFrom: isKept ? countsFrom : start, egress: row?.egress ?? undefined };
}

const FailingSince = z.record(z.string(), z.string());

function toDecided(row: Row<'access'>): Decided {
  return {
    entry: {
      workstation: row.workstation,
      program: row.program,
      decision: Decision.parse(JSON.parse(row.decision)),
      since: row.since,
      policyVersion: row.policy_version,
    },
    failingSince: FailingSince.parse(JSON.parse(row.failing_since)),
  };
}

function toLock(row: Row<'locks'>): Lock {
  return { id: row.id, program: row.program ?? undefined, reason: row.reason, by: row.set_by, at: row.set_at };
}

function toExcuse(row: Row<'excuses'>): Excuse {
  return {
    id: row.id,
    checks: z.array(CheckId).parse(JSON.parse(row.checks)),
    until: row.until,
    reason: row.reason,
    by: row.granted_by,
    at: row.granted_at,
  };
}

function groupBy<Item extends { workstation: string }>(rows: readonly Item[]): Map<string, Item[]> {
  return Map.groupBy(rows, ({ workstation }) => workstation);
}

/** A page of what happened to a workstation, newest first; as far as it concerns these programs, or all. */
export async function listTimeline(
  db: Db,
  workstation: string,
  page: { before?: number | undefined; limit: number; programs?: readonly string[] | undefined },
): Promise<TimelineEntry[]> {
  let query = db
    .selectFrom('history')
    .selectAll()
    .where('workstation', '=', workstation)
    .orderBy('id', 'desc')
    .limit(page.limit);
  const { before, programs } = page;
  if (before !== undefined) query = query.where('id', '<', before);
  if (programs) query = query.where((is) => is.or([is('program', 'is', null), is('program', 'in', [...programs])]));
  return (await query.execute()).map(toTimelineEntry);
}

/** Everybody who did something to a workstation. */
export async function listActors(db: Db, workstation: string): Promise<string[]> {
  const rows = await db
    .selectFrom('history')
    .select('by_name')
    .distinct()
    .where('workstation', '=', workstation)
    .execute();
  return rows.flatMap(({ by_name }) => by_name ?? []);
}

function toTimelineEntry(row: Row<'history'>): TimelineEntry {
  return TimelineEntry.parse({
    id: String(row.id),
    at: row.at,
    kind: row.kind,
    program: row.program ?? undefined,
    by: row.by_name ?? undefined,
    decision: row.decision === null ? undefined : JSON.parse(row.decision),
    previous: row.previous === null ? undefined : Access.parse(row.previous),
    policyVersion: row.policy_version ?? undefined,
    latency: row.latency === null ? undefined : JSON.parse(row.latency),
    note: row.note ?? undefined,
    findings: row.findings === null ? undefined : JSON.parse(row.findings),
    drained: row.drained ?? undefined,
  });
}
