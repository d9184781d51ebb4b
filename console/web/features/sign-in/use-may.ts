import { useQuery } from '@tanstack/react-query';
import { may, type Permission } from '../../../../shared/protocol/rights.ts';
import { neededFor, type Route } from '../../../../shared/protocol/route.ts';
import { sessionQuery } from './session.ts';

/** Whether whoever is signed in may call a route: what the console will ask of them is what the route itself says. */
export function useMay(what: Pick<Route, 'method' | 'needs'> | Permission): boolean {
  const { data: session } = useQuery(sessionQuery);
  if (!session || session.mustAddFactor) return false;
  return may(session.role, typeof what === 'string' ? what : neededFor(what));
}

/** The same for what touches every program: nothing for those who are limited to some. */
export function useMayEverywhere(route: Pick<Route, 'method' | 'needs'>): boolean {
  const { data: session } = useQuery(sessionQuery);
  return useMay(route) && session?.programs === undefined;
}
