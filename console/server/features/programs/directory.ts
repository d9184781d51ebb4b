import type { Policy } from '../../../../shared/policy/policy.ts';
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

export interface Program {
  readonly id: string;
  readonly name: string;
  readonly origins: Origin[];
  /** The policy in force. */
  readonly published: PublishedPolicy;
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
export function forAgent({ id, name, published }: Program): ProgramForAgent {
  return { id, name, policyVersion: published.version, policy: published.policy };
}
