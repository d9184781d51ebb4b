import type { Enrolment as EnrolmentState } from '../../../../shared/access/decide.ts';
import { Enrolment, jwsTypes, type Proof, PublicKey } from '../../../../shared/protocol/report.ts';
import { parseValue } from '../../http/parse.ts';
import { Refusal } from '../../http/refuse.ts';
import { type DeviceKey, findHeaderKey, importDeviceKey, readSigned } from '../../identity/jws.ts';
import type { Identity } from '../../identity/keys.ts';
import { digest, makeId, tidyCode } from '../../identity/secrets.ts';
import type { Db } from '../../store/engine.ts';
import type { NewRow, Row } from '../../store/schema.ts';
import type { Writer } from '../../store/writer.ts';
import { eventRow } from '../access/record.ts';
import type { AccessService } from '../access/service.ts';
import { insertHistory } from '../access/store.ts';
import { appendAudit } from '../audit/store.ts';
import type { Notices } from '../events/notices.ts';
import { noReport, type Roster, type Workstation } from '../workstations/roster.ts';
import { findCode, saveDescription, saveEnrolment, saveWorkstation, spendCode } from './store.ts';

interface Log {
  error(detail: object, message: string): void;
}

export interface EnrolmentDeps {
  readonly writer: Writer;
  readonly identity: Identity;
  readonly roster: Roster;
  readonly access: AccessService;
  readonly notices: Notices;
  readonly log: Log;
  now(): Date;
}

type Code = Row<'enrolment_codes'>;

/** What the audit calls them. */
export const enrolmentChanged = 'enrolment-changed';
export const enrolmentRefused = 'enrolment-refused';

/** Who changed an enrolment and why. */
interface Reasoned {
  readonly actor: string;
  readonly note: string;
  readonly action?: string;
}

/** Enrols device keys, and changes what an enrolment is worth. */
export class EnrolmentService {
  readonly #deps: EnrolmentDeps;

  constructor(deps: EnrolmentDeps) {
    this.#deps = deps;
  }

  /**
   * Enrols the key that the JWS carries and is signed with. The same key may enrol again from the same PC: for another
   * program, after a revocation, or because the answer got lost.
   * @throws Refusal
   */
  async enrol(jws: string): Promise<Workstation> {
    const { identity, roster } = this.#deps;
    const publicKey = parseValue(findHeaderKey(jws), PublicKey);
    const wanted = await readSigned(jws, readKey(publicKey), jwsTypes.enrolment, Enrolment);
    if (wanted.consoleId !== identity.consoleId) throw new Refusal('wrong-console');
    const holder = roster.findByKey(publicKey);
    if (holder && holder.machineId !== wanted.machineId) {
      await this.quarantine(holder, 'The device key was enrolled from another PC.');
      throw new Refusal('key-in-use');
    }
    const codeHash = digest(tidyCode(wanted.code));
    if (holder?.codeHash === codeHash && holder.enrolment !== 'revoked') return holder;
    const workstation = await this.#deps.writer.change(async (transaction) => {
      const code = await this.#redeem(transaction, codeHash);
      // Looked for again: the same key may have been enrolled while this request waited its turn.
      const known = roster.findByKey(publicKey);
      const change = known && enrolAgain(known, code, wanted);
      const next = known ? { ...known, ...change } : this.#build(publicKey, code, wanted);
      await saveWorkstation(transaction, next);
      await this.#record(transaction, next, { actor: next.id, note: `with a code of ${code.made_by}` });
      return known ? Object.assign(known, change) : next;
    });
    roster.add(workstation);
    await this.#changed(workstation);
    return workstation;
  }

  /** Approves, releases from quarantine, or revokes; to revoke what still waits is to refuse it. */
  async setState(
    workstation: Workstation,
    state: EnrolmentState,
    by: { actor: string; reason: string },
  ): Promise<void> {
    if (workstation.enrolment === state) throw new Refusal('already-done', { what: `the workstation is ${state}` });
    await this.#deps.writer.change(async (transaction) => {
      await saveEnrolment(transaction, workstation.id, state);
      const action = isRefused(workstation, state) ? enrolmentRefused : enrolmentChanged;
      await this.#record(
        transaction,
        { ...workstation, enrolment: state },
        { actor: by.actor, note: by.reason, action },
      );
    });
    workstation.enrolment = state;
    await this.#changed(workstation);
  }

  /** Locks a workstation whose key turned up elsewhere. It takes effect even while the store cannot be written. */
  async quarantine(workstation: Workstation, note: string): Promise<void> {
    if (workstation.enrolment !== 'active' && workstation.enrolment !== 'awaiting-approval') return;
    workstation.enrolment = 'quarantined';
    await this.#deps.writer
      .change(async (transaction) => {
        await saveEnrolment(transaction, workstation.id, 'quarantined');
        await this.#record(transaction, workstation, { actor: 'shiftgate', note });
      })
      .catch((error: unknown) => this.#deps.log.error({ err: error }, 'a quarantine could not be written'));
    await this.#changed(workstation);
  }

  /** Takes over what an agent says about itself when it connects. */
  describe(workstation: Workstation, { hostName, agentVersion }: Proof): void {
    if (workstation.hostName === hostName && workstation.agentVersion === agentVersion) return;
    Object.assign(workstation, { hostName, agentVersion });
    this.#deps.notices.workstation(workstation.id);
    this.#deps.writer
      .change((transaction) => saveDescription(transaction, workstation))
      .catch((error: unknown) => this.#deps.log.error({ err: error }, 'a host name could not be written'));
  }

  async #redeem(transaction: Db, hash: string): Promise<Code> {
    const code = await findCode(transaction, hash);
    if (!code) throw new Refusal('code-unknown');
    if (code.expires_at <= this.#deps.now().toISOString()) throw new Refusal('code-expired');
    if (!(await spendCode(transaction, hash))) throw new Refusal('code-used');
    return code;
  }

  #build(publicKey: PublicKey, code: Code, wanted: Enrolment): Workstation {
    const enrolledAt = this.#deps.now().toISOString();
    return {
      id: makeId('ws'),
      publicKey,
      machineId: wanted.machineId,
      hostName: wanted.hostName,
      person: code.person ?? undefined,
      os: wanted.os,
      system: wanted.system,
      agentVersion: wanted.agentVersion,
      enrolment: stateFor(code),
      enrolledAt,
      codeHash: code.hash,
      programs: [code.program],
      lastReport: noReport,
      committed: noReport,
      readings: {},
      clockSkew: undefined,
      contact: { at: undefined, countsFrom: enrolledAt, egress: undefined },
      locks: [],
      excuses: [],
      decided: new Map(),
    };
  }

  async #record(db: Db, workstation: Workstation, { actor, note, action = enrolmentChanged }: Reasoned): Promise<void> {
    const { id, enrolment, programs, hostName, person } = workstation;
    const at = this.#deps.now().toISOString();
    const by = actor === id ? undefined : actor;
    const row: NewRow<'history'> = eventRow({
      at,
      workstation: id,
      kind: 'enrolment',
      by,
      note: `${enrolment}: ${note}`,
    });
    await insertHistory(db, [row]);
    const detail = { state: enrolment, programs, hostName, note, ...(person && { person }) };
    await appendAudit(db, [{ at, actor, action, target: `workstation:${id}`, detail }]);
  }

  async #changed(workstation: Workstation): Promise<void> {
    this.#deps.notices.workstation(workstation.id);
    await this.#deps.access.review([workstation]);
  }
}

function isRefused({ enrolment }: Workstation, next: EnrolmentState): boolean {
  return enrolment === 'awaiting-approval' && next === 'revoked';
}

function stateFor(code: Code): EnrolmentState {
  return code.needs_approval === 1 ? 'awaiting-approval' : 'active';
}

/** What a new code changes. A quarantine is lifted by a person alone, never by another code. */
function enrolAgain(
  known: Workstation,
  code: Code,
  { hostName, system, agentVersion }: Enrolment,
): Partial<Workstation> {
  return {
    hostName,
    system,
    agentVersion,
    person: code.person ?? known.person,
    enrolment: known.enrolment === 'revoked' ? stateFor(code) : known.enrolment,
    codeHash: code.hash,
    programs: [...new Set([...known.programs, code.program])].sort(),
  };
}

function readKey(key: PublicKey): DeviceKey {
  try {
    return importDeviceKey(key);
  } catch (cause) {
    // Coordinates that are no point of the curve.
    throw new Refusal('bad-signature', {}, { cause });
  }
}
