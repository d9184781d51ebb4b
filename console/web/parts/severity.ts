import type { Access } from '../../../shared/access/decide.ts';
import type { AccessView } from '../../../shared/protocol/views.ts';

/** The most severe first: who cannot work stands at the top of every list. */
export const bySeverity: readonly Access[] = ['locked', 'draining', 'warned', 'ready'];

/** The most severe of several; `ready` when there is none. */
export function worstAccess(all: readonly Access[]): Access {
  return bySeverity.find((access) => all.includes(access)) ?? 'ready';
}

/** The program that a row speaks about: the most severe access, then the nearest deadline, then the first. */
export function worstView(views: readonly AccessView[]): AccessView | undefined {
  const rank = ({ decision }: AccessView) => `${bySeverity.indexOf(decision.access)} ${decision.deadline ?? '~'}`;
  return views.reduce<AccessView | undefined>(
    (worst, view) => (worst && rank(worst) <= rank(view) ? worst : view),
    undefined,
  );
}
