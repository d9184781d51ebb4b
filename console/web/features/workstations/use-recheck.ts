import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { WorkstationDetail } from '../../../../shared/protocol/views.ts';
import { keys } from '../../keys.ts';
import { useToast } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';

/** Milliseconds between two looks for the answer, and until a silent workstation is no longer waited for. */
const pace = { look: 1_000, giveUp: 15_000 };

/** Has the agent read its facts again, and waits until readings with other times have come in. */
export function useRecheck({ id, readings, hostName }: WorkstationDetail) {
  const toast = useToast();
  const { mutate, isPending } = useCall(consoleRoutes.recheck, [keys.timeline(id)]);
  const [asked, setAsked] = useState<string>();
  const readTimes = Object.values(readings)
    .map((reading) => reading?.readAt)
    .join();
  const client = useQueryClient();
  useEffect(() => {
    if (asked === undefined) return;
    if (asked !== readTimes) {
      setAsked(undefined);
      toast.done(`${hostName} has just checked.`);
      return;
    }
    const look = setInterval(() => void client.invalidateQueries({ queryKey: keys.workstation(id) }), pace.look);
    const giveUp = setTimeout(() => {
      setAsked(undefined);
      toast.failed('The PC has not answered yet. Its answer will appear here as soon as it comes.');
    }, pace.giveUp);
    return () => {
      clearInterval(look);
      clearTimeout(giveUp);
    };
  }, [asked, readTimes, hostName, client, id, toast]);
  const recheck = () =>
    mutate(
      { params: { id }, body: {} },
      {
        onError: toast.failed,
        onSuccess: ({ sent }) => {
          if (sent) setAsked(readTimes);
          else toast.failed('The PC is not connected. It checks by itself as soon as it is back.');
        },
      },
    );
  return { recheck, isChecking: isPending || asked !== undefined };
}
