import { comparePolicies, type PolicyChange } from '../../../../shared/policy/compare.ts';
import { type ParsedPolicy, parsePolicy } from '../../../../shared/policy/parse.ts';
import type { Policy } from '../../../../shared/policy/policy.ts';
import { Refusal } from '../../http/refuse.ts';
import type { Db } from '../../store/engine.ts';
import type { Writer } from '../../store/writer.ts';
import type { AccessService } from '../access/service.ts';
import { appendAudit } from '../audit/store.ts';
import type { Notices } from '../events/notices.ts';
import type { Directory, Program, PublishedPolicy, RolloutPolicy } from '../programs/directory.ts';
import type { Roster } from '../workstations/roster.ts';
import { needsSecondPerson, type PublishingRules, refuseOwnApproval } from './authority.ts';
import type { RolloutGuard } from './rollout-guard.ts';
import { changeVersion, dropDraft, insertPolicy, newestVersion } from './store.ts';

export interface PolicyDeps {
  readonly writer: Writer;
  readonly directory: Directory;
  readonly roster: Roster;
  readonly access: AccessService;
  readonly notices: Notices;
  readonly guard: RolloutGuard;
  rules(): PublishingRules;
  now(): Date;
}

export interface WantedVersion {
  readonly text: string;
  readonly note: string;
  /** Percent of the workstations it applies to at first; 100 unless told. */
  readonly share?: number;
  /** Percent of that share which it may lock before it is stopped. */
  readonly lockLimit?: number;
}

type Outcome = 'published' | RolloutPolicy['state'];

/** Brings versions of policies into force: at once, step by step, or after a second person's approval. */
export class PolicyService {
  readonly #deps: PolicyDeps;

  constructor(deps: PolicyDeps) {
    this.#deps = deps;
  }

  /** @throws Refusal `not-found`. */
  get(id: string): Program {
    const program = this.#deps.directory.find(id);
    if (!program) throw new Refusal('not-found', { what: 'program' });
    return program;
  }

  /**
   * Writes down a new version and puts it where its author wants it. A version still on its way is taken back.
   * @throws Refusal `invalid-policy` with the problems by line.
   */
  async publish(id: string, wanted: WantedVersion, actor: string): Promise<{ version: number; state: Outcome }> {
    const { text, note, share = 100, lockLimit = 100 } = wanted;
    this.get(id);
    const policy = orRefuse(parsePolicy(text));
    const at = this.#now();
    const result = await this.#deps.writer.change(async (transaction) => {
      // Read inside the transaction: another publication may have been waiting before this one.
      const { published, rollout } = this.get(id);
      const version = (await newestVersion(transaction, id)) + 1;
      const changes = comparePolicies(published.policy, policy);
      const state = this.#stateFor(changes, share);
      const row = { program: id, version, text, author: actor, note, at };
      await insertPolicy(transaction, {
        ...row,
        state,
        share,
        lock_limit: lockLimit,
        decided_by: null,
        decided_at: null,
      });
      if (rollout) {
        await changeVersion(transaction, {
          ...{ program: id, version: rollout.version },
          state: 'withdrawn',
          by: actor,
          at,
        });
      }
      await dropDraft(transaction, id);
      const detail = { version, name: policy.name, note, share, changes: changes.map(sayChange) };
      await record(transaction, { at, actor, action: actions[state], program: id, detail });
      const next: PublishedPolicy = { policy, version, text, author: actor, note, at };
      return { state, next };
    });
    const { state, next } = result;
    await this.#put(
      id,
      state === 'published' ? { published: next } : { rollout: { ...next, state, share, lockLimit } },
    );
    return { version: next.version, state };
  }

  /** Applies the version on its way to another share; 100 puts it in force. */
  async widen(id: string, version: number, share: number, actor: string): Promise<void> {
    const at = this.#now();
    const rollout = await this.#deps.writer.change(async (transaction) => {
      const current = this.#rolloutOf(id, version);
      if (current.state === 'awaiting-approval') throw new Refusal('second-person-needed');
      const state = share === 100 ? 'published' : 'staged';
      await changeVersion(transaction, { program: id, version, state, share, by: actor, at });
      const detail = { version, share, from: current.state === 'stopped' ? 'stopped' : current.share };
      const action = share === 100 ? 'policy-published' : 'rollout-widened';
      await record(transaction, { at, actor, action, program: id, detail });
      return current;
    });
    await this.#put(id, advance(rollout, share, actor, at));
  }

  /** Lets a weaker version take effect that somebody else wrote. */
  async approve(id: string, version: number, actor: string): Promise<void> {
    const at = this.#now();
    const rollout = await this.#deps.writer.change(async (transaction) => {
      const current = this.#rolloutOf(id, version);
      if (current.state !== 'awaiting-approval') throw new Refusal('already-done', { what: 'the version is approved' });
      refuseOwnApproval(current, actor);
      const state = current.share === 100 ? 'published' : 'staged';
      await changeVersion(transaction, { program: id, version, state, by: actor, at });
      const detail = { version, author: current.author, share: current.share };
      await record(transaction, { at, actor, action: 'policy-approved', program: id, detail });
      return current;
    });
    await this.#put(id, advance(rollout, rollout.share, actor, at));
  }

  /** Takes back a version that is not in force for everybody. */
  async withdraw(id: string, wanted: { version: number; reason: string }, actor: string): Promise<void> {
    const { version, reason } = wanted;
    const at = this.#now();
    await this.#deps.writer.change(async (transaction) => {
      this.#rolloutOf(id, version);
      await changeVersion(transaction, { program: id, version, state: 'withdrawn', by: actor, at });
      await record(transaction, { at, actor, action: 'rollout-withdrawn', program: id, detail: { version, reason } });
    });
    await this.#put(id, {});
  }

  #stateFor(changes: readonly PolicyChange[], share: number): Outcome {
    if (needsSecondPerson(changes, this.#deps.rules())) return 'awaiting-approval';
    return share === 100 ? 'published' : 'staged';
  }

  #rolloutOf(id: string, version: number): RolloutPolicy {
    const { rollout } = this.get(id);
    if (rollout?.version !== version) throw new Refusal('not-found', { what: 'version on its way' });
    return rollout;
  }

  /** Tells everybody, and decides anew about the program's workstations. */
  async #put(id: string, change: { published?: PublishedPolicy; rollout?: RolloutPolicy }): Promise<void> {
    const { directory, guard, notices, access, roster } = this.#deps;
    const { rollout: _before, ...program } = this.get(id);
    directory.put({ ...program, ...change });
    guard.begin(id);
    notices.program(id);
    await access.review(roster.ofProgram(id));
  }

  #now(): string {
    return this.#deps.now().toISOString();
  }
}

const actions: Readonly<Record<Outcome, string>> = {
  published: 'policy-published',
  staged: 'policy-staged',
  'awaiting-approval': 'policy-proposed',
  stopped: 'rollout-stopped',
};

interface PolicyDeed {
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly program: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

async function record(db: Db, { program, ...deed }: PolicyDeed): Promise<void> {
  await appendAudit(db, [{ ...deed, target: `program:${program}` }]);
}

function advance(rollout: RolloutPolicy, share: number, actor: string, at: string) {
  const { policy, version, text, author, note } = rollout;
  if (share === 100) return { published: { policy, version, text, author, note, at: rollout.at } };
  return { rollout: { ...rollout, state: 'staged' as const, share, decidedBy: actor, decidedAt: at } };
}

function sayChange({ path, before, after, direction }: PolicyChange): string {
  return `${path}: ${before ?? 'absent'} → ${after ?? 'absent'} (${direction})`;
}

/** @throws Refusal `invalid-policy` with the problems by line. */
export function orRefuse(parsed: ParsedPolicy): Policy {
  if (parsed.ok) return parsed.policy;
  throw new Refusal('invalid-policy', { count: parsed.problems.length }, { problems: parsed.problems });
}
