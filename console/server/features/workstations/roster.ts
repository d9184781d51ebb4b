import type { Enrolment } from '../../../../shared/access/decide.ts';
import type { Observation } from '../../../../shared/access/evaluate.ts';
import type { CheckId, Readings } from '../../../../shared/checks/index.ts';
import type { PublicKey } from '../../../../shared/protocol/report.ts';
import type { AccessEntry } from '../../access/board.ts';
import { type DeviceKey, importDeviceKey } from '../../identity/jws.ts';

/** A decision as it is kept between two reviews. */
export interface Decided {
  readonly entry: AccessEntry;
  /** When each finding that does not pass was first seen. */
  readonly failingSince: Readonly<Record<string, string>>;
}

export interface Lock {
  readonly id: string;
  /** Absent: all programs. */
  readonly program?: string | undefined;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

export interface Excuse {
  readonly id: string;
  readonly checks: CheckId[];
  readonly until: string;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

/** The last report of a workstation that was taken. */
export interface LastReport {
  readonly seq: number;
  readonly hash: string;
  readonly bootId: string;
}

export interface Contact {
  /** Undefined until the first contact after enrolment. */
  at: string | undefined;
  /** From when the lease counts: the last contact, or the end of a time in which the console could not listen. */
  countsFrom: string;
  egress: string | undefined;
}

/** All that the console holds about one workstation. Kept in memory; the store has the same. */
export interface Workstation {
  readonly id: string;
  readonly publicKey: PublicKey;
  machineId: string;
  hostName: string;
  person: string | undefined;
  readonly os: 'windows' | 'macos' | 'linux';
  system: string;
  agentVersion: string;
  enrolment: Enrolment;
  enrolledAt: string;
  codeHash: string;
  programs: string[];
  /** Taken, whether or not it is committed yet. */
  lastReport: LastReport;
  committed: LastReport;
  readings: Readings;
  /** Milliseconds by which its clock is ahead of ours; undefined before the first report. */
  clockSkew: number | undefined;
  contact: Contact;
  locks: Lock[];
  excuses: Excuse[];
  decided: Map<string, Decided>;
}

/** What a policy judges of a workstation. */
export function observationOf({ readings, contact, clockSkew }: Workstation): Observation {
  return { readings, egress: contact.egress, clockSkew: clockSkew === undefined ? undefined : clockSkew / 1000 };
}

export const noReport: LastReport = { seq: 0, hash: '', bootId: '' };

/** What a workstation is found by; kept to find it again after that has changed. */
type Place = Pick<Workstation, 'programs' | 'person'>;

const nobody: ReadonlySet<Workstation> = new Set();

/** Every enrolled workstation, by id, device key, program and person. */
export class Roster {
  readonly #byId = new Map<string, Workstation>();
  readonly #byKey = new Map<string, Workstation>();
  readonly #byProgram = new Map<string, Set<Workstation>>();
  readonly #byPerson = new Map<string, Set<Workstation>>();
  readonly #places = new Map<Workstation, Place>();
  /** Imported at the first signature, since thousands come back at once after a restart. */
  readonly #keys = new Map<string, DeviceKey>();

  /** Takes a workstation in, or one whose person or programs have changed. */
  add(workstation: Workstation): void {
    const { id, publicKey, programs, person } = workstation;
    this.#byId.set(id, workstation);
    this.#byKey.set(keyName(publicKey), workstation);
    this.#leave(workstation);
    this.#places.set(workstation, { programs, person });
    for (const program of programs) join(this.#byProgram, program, workstation);
    if (person !== undefined) join(this.#byPerson, person.toLowerCase(), workstation);
  }

  find(id: string): Workstation | undefined {
    return this.#byId.get(id);
  }

  findByKey(key: PublicKey): Workstation | undefined {
    return this.#byKey.get(keyName(key));
  }

  all(): Iterable<Workstation> {
    return this.#byId.values();
  }

  get size(): number {
    return this.#byId.size;
  }

  ofProgram(program: string): ReadonlySet<Workstation> {
    return this.#byProgram.get(program) ?? nobody;
  }

  /** Workstations of a person, however the name's letters are written. */
  ofPerson(person: string): ReadonlySet<Workstation> {
    return this.#byPerson.get(person.toLowerCase()) ?? nobody;
  }

  keyOf(workstation: Workstation): DeviceKey {
    const known = this.#keys.get(workstation.id);
    if (known !== undefined) return known;
    const key = importDeviceKey(workstation.publicKey);
    this.#keys.set(workstation.id, key);
    return key;
  }

  #leave(workstation: Workstation): void {
    const place = this.#places.get(workstation);
    for (const program of place?.programs ?? []) this.#byProgram.get(program)?.delete(workstation);
    if (place?.person !== undefined) this.#byPerson.get(place.person.toLowerCase())?.delete(workstation);
  }
}

function join(groups: Map<string, Set<Workstation>>, name: string, workstation: Workstation): void {
  const group = groups.get(name) ?? new Set();
  groups.set(name, group.add(workstation));
}

function keyName({ x, y }: PublicKey): string {
  return `${x}.${y}`;
}

/** Whether any program's decision says that the lease ran out. */
export function isOutOfContact(workstation: Workstation): boolean {
  for (const { entry } of workstation.decided.values()) {
    if (entry.decision.reasons.some((reason) => reason.cause === 'out-of-contact')) return true;
  }
  return false;
}

/** Nobody works on a revoked workstation: it is in no list, share or plan. */
export function isRevoked({ enrolment }: Pick<Workstation, 'enrolment'>): boolean {
  return enrolment === 'revoked';
}
