import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { call } from '../../api.ts';
import { keys } from '../../keys.ts';

export function policyQuery(program: string) {
  return queryOptions({
    queryKey: keys.policy(program),
    queryFn: ({ signal }) => call(consoleRoutes.policy, { params: { id: program } }, signal),
  });
}

/** Read once: from then on the page itself holds what is being written. */
export function draftQuery(program: string) {
  return queryOptions({
    queryKey: keys.draft(program),
    queryFn: ({ signal }) => call(consoleRoutes.draft, { params: { id: program } }, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

export function versionsQuery(program: string) {
  return infiniteQueryOptions({
    queryKey: keys.versions(program),
    queryFn: ({ pageParam, signal }) =>
      call(consoleRoutes.policyVersions, { params: { id: program }, query: { before: pageParam, limit: 30 } }, signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ rows, more }) => (more ? rows.at(-1)?.version : undefined),
  });
}

export function versionQuery(program: string, version: number) {
  return queryOptions({
    queryKey: [...keys.versions(program), version],
    queryFn: ({ signal }) =>
      call(consoleRoutes.policyVersion, { params: { id: program, version: String(version) } }, signal),
  });
}

/** A plan that was begun, and the text that it is about. */
export interface Planned {
  readonly id: string;
  readonly text: string;
}

export function planQuery(id: string | undefined) {
  return queryOptions({
    queryKey: ['plan', id],
    queryFn: ({ signal }) => call(consoleRoutes.plan, { params: { id: id ?? '' } }, signal),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (state.data?.state === 'running' || !state.data ? 500 : false),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** From how many locks on the breaker of a program steps in; asking locks nobody. */
export function thresholdsQuery(program: string) {
  return queryOptions({
    queryKey: [...keys.breaker(program), 'thresholds'],
    queryFn: ({ signal }) =>
      call(consoleRoutes.tryBreaker, { params: { id: program }, body: { check: 'software', workstations: 1 } }, signal),
  });
}

export function breakerQuery(program: string) {
  return queryOptions({
    queryKey: keys.breaker(program),
    queryFn: ({ signal }) => call(consoleRoutes.breakerEvents, { params: { id: program } }, signal),
  });
}
