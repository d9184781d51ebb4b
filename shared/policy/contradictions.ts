import type { Policy } from './policy.ts';

/** What is possible to write and surely not meant. */
export interface Contradiction {
  readonly field: string;
  readonly message: string;
  readonly remedy: string;
}

/** Fields that together do something else than each says. */
export function contradictionsIn({ lease, staleAfter, checks }: Policy): Contradiction[] {
  const locks = Object.values(checks).some(({ strategy }) => strategy === 'lock' || strategy === 'deadline');
  if (!locks || lease <= staleAfter) return [];
  return [
    {
      field: 'lease',
      message: 'The lease is longer than staleAfter.',
      remedy:
        'A PC that a check has locked and that falls silent has its access back from staleAfter until the lease is over. Make the lease the shorter one.',
    },
  ];
}
