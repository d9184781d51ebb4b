import type { Access, Decision } from './decide.ts';

/** The most severe first: who cannot work stands at the top of every list. */
export const bySeverity: readonly Access[] = ['locked', 'draining', 'warned', 'ready'];

/** The most severe of several; `ready` when there is none. */
export function worstAccess(all: readonly Access[]): Access {
  return bySeverity.find((access) => all.includes(access)) ?? 'ready';
}

/** The program that a row speaks about: the most severe access, then the nearest deadline, then the first. */
export function worstView<View extends { readonly decision: Decision }>(views: readonly View[]): View | undefined {
  const rank = ({ decision }: View) => `${bySeverity.indexOf(decision.access)} ${decision.deadline ?? '~'}`;
  return views.reduce<View | undefined>(
    (worst, view) => (worst && rank(worst) <= rank(view) ? worst : view),
    undefined,
  );
}
