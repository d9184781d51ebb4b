import type { AccessReason, Decision } from '../../../../shared/access/decide.ts';
import { CheckId } from '../../../../shared/checks/index.ts';
import { isInShare } from '../../../../shared/policy/share.ts';
import type { Directory, Program } from '../programs/directory.ts';
import { isRevoked, type Roster } from '../workstations/roster.ts';

/** A decision about to be made, and the version of the policy it is made by. */
export interface RolloutDraft {
  readonly workstation: string;
  readonly program: string;
  readonly before: Decision | undefined;
  readonly after: Decision;
  readonly policyVersion: number;
}

/** A version that locked too many of its share. */
export interface RolloutStop {
  readonly program: string;
  readonly version: number;
  readonly at: string;
  readonly locked: number;
  readonly workstations: number;
}

/**
 * Stops a version that is brought in step by step as soon as it locks more of its share than it may. Whoever it has locked
 * is back under the version before at once. Only a person lets it go on.
 */
export class RolloutGuard {
  readonly #directory: Directory;
  readonly #roster: Roster;
  /** By program: the workstations that the staged version has locked since it was staged or last let go on. */
  readonly #locked = new Map<string, Set<string>>();

  constructor(directory: Directory, roster: Roster) {
    this.#directory = directory;
    this.#roster = roster;
    for (const { decided } of roster.all()) {
      for (const { entry } of decided.values()) {
        const { workstation, program, decision, policyVersion } = entry;
        this.#note({ workstation, program, before: undefined, after: decision, policyVersion });
      }
    }
  }

  /** How many workstations a staged version applies to, and how many of them it has locked. */
  countsOf({ id, rollout }: Program): { workstations: number; locked: number } {
    if (!rollout) return { workstations: 0, locked: 0 };
    let workstations = 0;
    for (const workstation of this.#roster.ofProgram(id)) {
      if (!isRevoked(workstation) && isInShare(workstation.id, rollout.version, rollout.share)) workstations += 1;
    }
    return { workstations, locked: this.#locked.get(id)?.size ?? 0 };
  }

  /** Forgets what was counted: another version, or the same one let go on. */
  begin(program: string): void {
    this.#locked.delete(program);
  }

  /** Looks at decisions before they take effect, and takes back the versions that it has just stopped. */
  watch(drafts: readonly RolloutDraft[], now: Date): RolloutStop[] {
    const grown = new Set<string>();
    for (const draft of drafts) if (this.#note(draft)) grown.add(draft.program);
    return [...grown].flatMap((id) => this.#stop(id, now) ?? []);
  }

  #note({ workstation, program, before, after, policyVersion }: RolloutDraft): boolean {
    const rollout = this.#directory.find(program)?.rollout;
    if (rollout?.state !== 'staged' || rollout.version !== policyVersion) return false;
    if (!isLockedByCheck(after) || (before && isLockedByCheck(before))) return false;
    const locked = this.#locked.get(program) ?? new Set<string>();
    this.#locked.set(program, locked.add(workstation));
    return true;
  }

  #stop(id: string, now: Date): RolloutStop | undefined {
    const program = this.#directory.find(id);
    const rollout = program?.rollout;
    if (!program || rollout?.state !== 'staged') return undefined;
    const { workstations, locked } = this.countsOf(program);
    if (locked * 100 <= rollout.lockLimit * workstations) return undefined;
    const at = now.toISOString();
    this.#directory.put({
      ...program,
      rollout: { ...rollout, state: 'stopped', decidedBy: 'shiftgate', decidedAt: at },
    });
    return { program: id, version: rollout.version, at, locked, workstations };
  }
}

/** A lock that waits for a call to end counts as well. */
function isLockedByCheck({ reasons }: Decision): boolean {
  return reasons.some(
    ({ cause, effect }: AccessReason) => (effect === 'lock' || effect === 'drain') && CheckId.safeParse(cause).success,
  );
}
