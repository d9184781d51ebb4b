import { z } from 'zod';
import type { Decision } from '../../shared/access/decide.ts';
import { evaluate, type Finding, type Observation } from '../../shared/access/evaluate.ts';
import { CheckId } from '../../shared/checks/index.ts';
import { wantedSoftware } from '../../shared/checks/software.ts';
import { type Policy, PolicyDocument, receivePolicy, toPolicy } from '../../shared/policy/policy.ts';
import { type AccessForAgent, ProgramForAgent } from '../../shared/protocol/link.ts';
import type { StateFolder } from './host/state-folder.ts';
import type { Logger } from './log.ts';

const file = 'programs.json';

/** One program that this workstation works for, as far as the agent knows it. */
export interface Program {
  readonly id: string;
  readonly name: string;
  readonly policyVersion: number;
  readonly policy: Policy;
}

/** What the tray and the command line show of a program. */
export interface ProgramStatus extends Omit<Program, 'policy'> {
  /** Judged here for display; the console judges with authority. */
  readonly findings: readonly Finding[];
  /** The console's decision; absent until it has spoken. */
  readonly decision?: Decision;
}

/** Every check with its own defaults: what a PC is measured by before a console has sent a policy. */
export function defaultPolicy(): Policy {
  const checks = Object.fromEntries(CheckId.options.map((id) => [id, {}]));
  return toPolicy(PolicyDocument.parse({ name: 'Defaults', checks }));
}

/** The programs of this workstation, kept on disk so that a start without a network knows what to look for. */
export class Programs {
  readonly #folder: StateFolder;
  readonly #log: Logger;
  #programs: readonly Program[];
  #decisions = new Map<string, Decision>();
  #wanted: readonly string[];

  constructor(folder: StateFolder, log: Logger) {
    this.#folder = folder;
    this.#log = log;
    this.#programs = readKept(folder).flatMap((program) => this.#receive(program));
    this.#wanted = wantedBy(this.#programs);
  }

  /** Software that the policies ask for; the same array until that changes. */
  get wanted(): readonly string[] {
    return this.#wanted;
  }

  /** Software that some program's policy forbids. */
  get forbidden(): readonly string[] {
    return [...new Set(this.#programs.flatMap(({ policy: { checks } }) => forbiddenBy(checks.software)))];
  }

  get ids(): readonly string[] {
    return this.#programs.map(({ id }) => id);
  }

  set(programs: readonly ProgramForAgent[]): void {
    this.#programs = programs.flatMap((program) => this.#receive(program));
    const wanted = wantedBy(this.#programs);
    if (wanted.join() !== this.#wanted.join()) this.#wanted = wanted;
    for (const id of this.#decisions.keys()) {
      if (!this.#programs.some((program) => program.id === id)) this.#decisions.delete(id);
    }
    const reason = this.#folder.tryWrite(file, JSON.stringify(programs));
    if (reason) this.#log.error('The policies cannot be kept on disk.', { reason });
  }

  setAccess({ program, decision }: AccessForAgent): void {
    this.#decisions.set(program, decision);
  }

  statuses(observed: Observation, now: Date): ProgramStatus[] {
    return this.#programs.map(({ policy, ...program }) => {
      const decision = this.#decisions.get(program.id);
      return { ...program, findings: evaluate(observed, policy, now), ...(decision && { decision }) };
    });
  }

  #receive({ policy, ...program }: ProgramForAgent): Program[] {
    const received = receivePolicy(policy);
    if (!received) {
      this.#log.error('The policy of a program cannot be read; update the agent.', { program: program.id });
      return [];
    }
    const { dropped } = received;
    if (dropped.length > 0)
      this.#log.warn('This agent is too old for a part of a policy.', { program: program.id, dropped });
    return [{ ...program, policy: received.policy }];
  }
}

function forbiddenBy(rule: Policy['checks']['software']): string[] {
  const required = rule?.require.map((wanted) => (typeof wanted === 'string' ? wanted : `process:${wanted.process}`));
  return rule ? wantedSoftware(rule).filter((id) => !required?.includes(id)) : [];
}

/** Before any policy is known, what the defaults look for. */
function wantedBy(programs: readonly Program[]): readonly string[] {
  const policies = programs.length > 0 ? programs.map(({ policy }) => policy) : [defaultPolicy()];
  const ids = policies.flatMap(({ checks }) => (checks.software ? wantedSoftware(checks.software) : []));
  return [...new Set(ids)].sort();
}

function readKept(folder: StateFolder): ProgramForAgent[] {
  try {
    return z.array(ProgramForAgent).parse(JSON.parse(folder.read(file) ?? '[]'));
  } catch {
    // The console sends them again with its next welcome.
    return [];
  }
}
