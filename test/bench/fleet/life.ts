import { judge } from '../../../console/server/features/access/judge.ts';
import { recordOf } from '../../../console/server/features/access/record.ts';
import type { JournalEntry } from '../../../console/server/features/access/store.ts';
import type { Program } from '../../../console/server/features/programs/directory.ts';
import type { Span } from '../../../console/server/features/shifts/rota.ts';
import { noReport, type Workstation } from '../../../console/server/features/workstations/roster.ts';
import type { Readings } from '../../../shared/checks/index.ts';
import { addSeconds } from '../../../shared/time.ts';
import { publicKeyOf } from './device.ts';
import { drawFate, type Step } from './fates.ts';
import { type Facts, makePc, type Pc } from './pcs.ts';
import { type Brand, brands } from './programs.ts';
import { Random } from './random.ts';
import { makeShifts, makeWorker, type Worker } from './staff.ts';

/** One workstation with its person and its past. */
export interface Life {
  readonly workstation: Workstation;
  readonly worker: Worker;
  readonly shifts: readonly Span[];
  readonly steps: readonly Step[];
  /** What the console wrote down about it, in the order in which it happened. */
  readonly record: readonly Dated[];
  readonly random: Random;
}

export interface Dated {
  readonly at: string;
  readonly entry: JournalEntry;
}

export interface Setting {
  readonly seed: string;
  readonly now: Date;
  readonly programs: ReadonlyMap<string, Program>;
}

/** The name that the device of a workstation goes by; see `deviceOf`. */
export function deviceName(seed: string, number: number): string {
  return `${seed} ${number}`;
}

/** The workstation with a number, as the console has decided about it from its enrolment until now. */
export function live(number: number, { seed, now, programs }: Setting): Life {
  const random = new Random(`${seed} ${number}`);
  const own = drawBrands(random);
  const vpn = own.some((brand) => brand.vpn);
  const worker = makeWorker(
    number,
    own.map(({ id }) => id),
    random,
  );
  const pc = makePc({ vpn, at: addSeconds(now, -random.whole(600, 20 * 3_600)) }, random);
  const enrolledAt = addSeconds(now, -random.whole(20 * 86_400, 400 * 86_400));
  const workstation = enrol({ number, seed, pc, worker, enrolledAt }, random);
  const lastAt = addSeconds(now, -random.whole(1, 15 * 60));
  const fate = drawFate({ pc, now, vpn }, random);
  const isSilent = fate.some((step) => step.isSilent);
  const steps = [{ at: enrolledAt, facts: pc.facts }, ...fate, ...(isSilent ? [] : [{ at: lastAt }])];
  const shifts = makeShifts(worker.place, now, random);
  const record = play(
    workstation,
    own.flatMap(({ id }) => programs.get(id) ?? []),
    steps,
    now,
  );
  return { workstation, worker, shifts, steps, record, random };
}

/** Most people work for one brand, some for two or three. */
function drawBrands(random: Random): Brand[] {
  const wanted = random.chance(0.85) ? 1 : random.whole(2, 4);
  return [...new Set(Array.from({ length: wanted }, () => random.weighted(brands)))];
}

interface Enrolment {
  readonly number: number;
  readonly seed: string;
  readonly pc: Pc;
  readonly worker: Worker;
  readonly enrolledAt: string;
}

function enrol({ number, seed, pc, worker, enrolledAt }: Enrolment, random: Random): Workstation {
  const { person, place } = worker;
  const { os, system, agentVersion } = pc;
  const egress = [100 + random.whole(0, 27), random.whole(0, 256), random.whole(0, 256), random.whole(1, 255)].join(
    '.',
  );
  return {
    id: `ws_${random.text(16)}`,
    publicKey: publicKeyOf(deviceName(seed, number)),
    machineId: random.text(16),
    hostName: `${place.code}-${os.slice(0, 3)}-${String(number).padStart(6, '0')}`,
    person: person.name,
    ...{ os, system, agentVersion, enrolment: 'active', enrolledAt, codeHash: '' },
    programs: [...person.programs].sort(),
    ...{ lastReport: noReport, committed: noReport, readings: {}, clockSkew: random.whole(-900, 900) },
    contact: { at: enrolledAt, countsFrom: enrolledAt, egress },
    ...{ locks: [], excuses: [], decided: new Map() },
  };
}

/** Lets the console's own judgement follow the steps, deadlines in between included. */
function play(subject: Workstation, programs: readonly Program[], steps: readonly Step[], now: Date): Dated[] {
  const record: Dated[] = [];
  const ends = [...steps.slice(1).map(({ at }) => at), addSeconds(now, 1)];
  let facts: Facts = {};
  steps.forEach((step, index) => {
    facts = step.facts ?? facts;
    step.change?.(subject);
    const end = ends[index] ?? step.at;
    for (let at: string | undefined = step.at; at !== undefined && at < end; at = deadlineOf(subject)) {
      if (!step.isSilent) hear(subject, facts, at);
      const time = new Date(at);
      const judged = programs.map((program) => judge(subject, program, { call: undefined, suspended: [] }, time));
      for (const { program, next } of judged) subject.decided.set(program, next);
      const entry = recordOf(judged, [], {}, time);
      if (entry) record.push({ at, entry });
    }
  });
  return record;
}

/** When it locks if nothing changes. */
function deadlineOf({ decided }: Workstation): string | undefined {
  return [...decided.values()].flatMap(({ entry }) => entry.decision.deadline ?? []).sort()[0];
}

function hear(subject: Workstation, facts: Facts, at: string): void {
  subject.contact = { ...subject.contact, at, countsFrom: at };
  if (subject.enrolment !== 'awaiting-approval') subject.readings = toReadings(facts, at);
}

export function toReadings(facts: Facts, readAt: string): Readings {
  const read = Object.entries(facts).map(([check, fact]) => [
    check,
    'cannotTell' in fact ? { readAt, ...fact } : { readAt, fact },
  ]);
  return Object.fromEntries(read) as Readings;
}
