import type { Policy } from '../../../../shared/policy/policy.ts';
import { isInShare } from '../../../../shared/policy/share.ts';
import type { ProgramForAgent } from '../../../../shared/protocol/link.ts';

export interface Origin {
  /** Where browsers find the CRM. */
  readonly origin: string;
  /** Where the gate finds it. */
  readonly upstream: string;
}

/** One version of a policy. */
export interface PublishedPolicy {
  readonly policy: Policy;
  readonly version: number;
  readonly text: string;
  readonly author: string;
  readonly note: string;
  readonly at: string;
}

/** A version that does not hold for everybody: `share` percent of the workstations have it while it is staged. */
export interface RolloutPolicy extends PublishedPolicy {
  readonly state: 'staged' | 'stopped' | 'awaiting-approval';
  readonly share: number;
  /** Percent of the share that it may lock before it is stopped. */
  readonly lockLimit: number;
  readonly decidedBy?: string | undefined;
  readonly decidedAt?: string | undefined;
}

export interface Program {
  readonly id: string;
  readonly name: string;
  readonly origins: Origin[];
  /** The policy in force. */
  readonly published: PublishedPolicy;
  /** The version that is on its way to be it. */
  readonly rollout?: RolloutPolicy | undefined;
}

/** The version that holds for one workstation. */
export function policyFor({ published, rollout }: Program, workstation: string): PublishedPolicy {
  if (rollout?.state !== 'staged') return published;
  return isInShare(workstation, rollout.version, rollout.share) ? rollout : published;
}

/** Every program with the policy in force, in memory. */
export class Directory {
  readonly #programs = new Map<string, Program>();
  #byHost = new Map<string, Program>();

  put(program: Program): void {
    this.#programs.set(program.id, program);
    const pairs = this.all().flatMap((one) => one.origins.map(({ origin }) => [new URL(origin).host, one] as const));
    this.#byHost = new Map(pairs);
  }

  find(id: string): Program | undefined {
    return this.#programs.get(id);
  }

  /** The program whose CRM answers under a `Host` header. */
  byHost(host: string): Program | undefined {
    return this.#byHost.get(host);
  }

  all(): Program[] {
    return [...this.#programs.values()];
  }
}

/** A program as its workstations see it. */
export function forAgent(program: Program, workstation: string): ProgramForAgent {
  const { id, name } = program;
  const { version, policy } = policyFor(program, workstation);
  return { id, name, policyVersion: version, policy };
}
