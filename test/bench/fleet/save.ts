import { troublesOf } from '../../../console/server/features/cases/book.ts';
import { caseRow, insertCases } from '../../../console/server/features/cases/store.ts';
import { recordReports } from '../../../console/server/features/history/store.ts';
import { savePeople } from '../../../console/server/features/people/store.ts';
import { saveShifts } from '../../../console/server/features/shifts/store.ts';
import type { Workstation } from '../../../console/server/features/workstations/roster.ts';
import type { Db } from '../../../console/server/store/engine.ts';
import type { NewRow } from '../../../console/server/store/schema.ts';
import { addSeconds } from '../../../shared/time.ts';
import type { Life, Setting } from './life.ts';
import { signReports } from './recorded.ts';

/** One in so many waits for an answer. */
const oneAsksIn = 2_000;

type Table = 'workstations' | 'workstation_programs' | 'last_reports' | 'contacts' | 'locks' | 'excuses' | 'messages';

/** Writes workstations that follow each other, the first of which has the number `first`. */
export async function saveLives(db: Db, lives: readonly Life[], { seed, now, first }: Setting & { first: number }) {
  const signed = lives.map((life, offset) => signReports(life, { number: first + offset, seed, now }));
  const all = lives.map(({ workstation }) => workstation);
  const insert = async <Name extends Table>(table: Name, rows: NewRow<Name>[]) => {
    for (let start = 0; start < rows.length; start += 250) {
      await db
        .insertInto(table)
        .values(rows.slice(start, start + 250))
        .execute();
    }
  };
  await insert('workstations', all.map(workstationRow));
  await insert(
    'workstation_programs',
    all.flatMap(({ id, programs }) => programs.map((program) => ({ workstation: id, program }))),
  );
  await insert(
    'last_reports',
    all.flatMap((workstation, index) => reportRow(workstation, signed[index]?.last)),
  );
  await insert(
    'contacts',
    all.map(({ id, contact }) => ({
      workstation: id,
      last_contact_at: contact.at ?? '',
      egress: contact.egress ?? null,
    })),
  );
  await insert('locks', all.flatMap(lockRows));
  await insert('excuses', all.flatMap(excuseRows));
  await recordReports(
    db,
    signed.flatMap(({ rows }) => rows),
  );
  await savePeople(
    db,
    lives.map(({ worker }) => worker.person),
  );
  await saveShifts(db, lives.flatMap(shiftsOf));
  await insertCases(db, lives.flatMap(caseRows));
  const asking = lives.filter(({ random }) => random.chance(1 / oneAsksIn)).map((life) => ask(life, now));
  await insertCases(
    db,
    asking.map((one) => one.opened),
  );
  await insert(
    'messages',
    asking.map(({ message }) => message),
  );
}

function workstationRow({ publicKey, ...workstation }: Workstation): NewRow<'workstations'> {
  const { id, machineId, hostName, person, os, system, agentVersion, enrolment, enrolledAt, codeHash } = workstation;
  return {
    ...{ id, os, system, enrolment, person: person ?? null, key_x: publicKey.x, key_y: publicKey.y },
    ...{ machine_id: machineId, host_name: hostName, agent_version: agentVersion },
    ...{ enrolled_at: enrolledAt, code_hash: codeHash },
  };
}

function reportRow(workstation: Workstation, last: Workstation['lastReport'] | undefined): NewRow<'last_reports'>[] {
  const { id, readings, contact, clockSkew } = workstation;
  if (!last || Object.keys(readings).length === 0) return [];
  const { seq, hash, bootId } = last;
  return [
    {
      ...{ workstation: id, seq, hash, boot_id: bootId, clock_skew: clockSkew ?? 0 },
      ...{ received_at: contact.at ?? contact.countsFrom, readings: JSON.stringify(readings) },
    },
  ];
}

function lockRows({ id: workstation, locks }: Workstation): NewRow<'locks'>[] {
  return locks.map(({ id, program, reason, by, at }) => ({
    ...{ id, workstation, program: program ?? null, reason, set_by: by, set_at: at, lifted_at: null },
  }));
}

function excuseRows({ id: workstation, excuses }: Workstation): NewRow<'excuses'>[] {
  return excuses.map(({ id, checks, until, reason, by, at }) => ({
    ...{
      id,
      workstation,
      checks: JSON.stringify(checks),
      until,
      reason,
      granted_by: by,
      granted_at: at,
      ended_at: null,
    },
  }));
}

function shiftsOf({ worker, shifts }: Life) {
  const { id: person, programs } = worker.person;
  // Whoever works for several brands does so in the same hours.
  return programs.flatMap((program) => shifts.map((span) => ({ ...span, person, program, source: 'import' as const })));
}

/** The cases that the console opened with its decisions. */
function caseRows({ workstation, random }: Life): NewRow<'cases'>[] {
  const entries = [...workstation.decided.values()].map(({ entry }) => entry);
  return [...troublesOf(entries).values()].map((trouble) => {
    const since = trouble.since ?? workstation.contact.countsFrom;
    const assignee = random.chance(0.1) ? random.pick(['Ines Adler', 'Tom Okafor', 'Lucía Prado']) : undefined;
    const about = { id: `case_${random.text(12)}`, workstation: workstation.id, openedAt: since, requests: [] };
    return caseRow({ ...trouble, ...about, since, assignee });
  });
}

function ask({ workstation, random }: Life, now: Date) {
  const at = addSeconds(now, -random.whole(120, 5 * 3_600));
  const id = `case_${random.text(12)}`;
  const about = { cause: 'help', code: 'help', params: {}, standing: 'none', since: at, locksAt: undefined } as const;
  const opened = {
    ...about,
    id,
    workstation: workstation.id,
    programs: [],
    openedAt: at,
    assignee: undefined,
    requests: [],
  };
  const message: NewRow<'messages'> = {
    ...{ workstation: workstation.id, id: `msg_${random.text(12)}`, at, from_name: workstation.person ?? '' },
    ...{ from_person: 1, asks: 'help', program: null, checks: null, until: null, case_id: id },
    text: random.pick(['The CRM page stays white.', 'What is a KB number?', 'My router has no password, what now?']),
    ...{ seen_at: null, answer: null, answered_by: null, answered_at: null },
  };
  return { message, opened: caseRow(opened) };
}
