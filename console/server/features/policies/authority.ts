import { mayWeaken, type PolicyChange } from '../../../../shared/policy/compare.ts';
import { Refusal } from '../../http/refuse.ts';
import type { RolloutPolicy } from '../programs/directory.ts';

/** What the console's owners decided about publishing. */
export interface PublishingRules {
  /** Who weakens a policy cannot alone approve it. */
  readonly twoPersons: boolean;
}

/** Separation of duty, all of it: whether a version has to wait for somebody else than its author. */
export function needsSecondPerson(changes: readonly PolicyChange[], { twoPersons }: PublishingRules): boolean {
  return twoPersons && mayWeaken(changes);
}

/** @throws Refusal `second-person-needed` for the author. */
export function refuseOwnApproval({ author }: RolloutPolicy, actor: string): void {
  if (author === actor) throw new Refusal('second-person-needed');
}
