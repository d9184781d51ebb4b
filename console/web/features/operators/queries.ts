import { queryOptions } from '@tanstack/react-query';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { call } from '../../api.ts';
import { keys } from '../../keys.ts';

export const operatorsQuery = queryOptions({
  queryKey: keys.operators,
  queryFn: ({ signal }) => call(consoleRoutes.operators, {}, signal),
});

export const tokensQuery = queryOptions({
  queryKey: keys.tokens,
  queryFn: ({ signal }) => call(consoleRoutes.tokens, {}, signal),
});

export const singleSignOnQuery = queryOptions({
  queryKey: keys.singleSignOn,
  queryFn: ({ signal }) => call(consoleRoutes.singleSignOn, {}, signal),
});
