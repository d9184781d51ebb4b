import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { InputOf, ReplyOf, Route } from '../../../shared/protocol/route.ts';
import { call, type Refused } from '../api.ts';

/** Something a person does. `touches` names what is read again afterwards, so that no event is needed to see it. */
export function useCall<R extends Route>(route: R, touches: readonly (readonly string[])[] = []) {
  const client = useQueryClient();
  return useMutation<ReplyOf<R>, Refused, InputOf<R>>({
    mutationFn: (input) => call(route, input),
    onSuccess: () => {
      for (const queryKey of touches) void client.invalidateQueries({ queryKey });
    },
  });
}
