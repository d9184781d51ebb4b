import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { WorkstationDetail } from '../../../../shared/protocol/views.ts';
import { keys } from '../../keys.ts';
import { useVoice } from '../../parts/speech.tsx';
import { useToast } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';

/** Milliseconds between two looks for the answer, and until a silent workstation is no longer waited for. */
const pace = { look: 1_000, giveUp: 15_000 };

/** Has the agent read its facts again, and waits until readings with other times have come in. */
export function useRecheck({ id, readings, hostName }: WorkstationDetail) {
  const toast = useToast();
  const voice = useVoice();
  const { mutate, isPending } = useCall(consoleRoutes.recheck, [keys.timeline(id)]);
  const [asked, setAsked] = useState<string>();
  const readTimes = Object.values(readings)
    .map((reading) => reading?.readAt)
    .join();
  const client = useQueryClient();
  useEffect(() => {
    if (asked === undefined) return;
    const { did } = voice.words.workstation;
    if (asked !== readTimes) {
      setAsked(undefined);
      toast.done(voice.fill(did.checked, { pc: hostName }));
      return;
    }
    const look = setInterval(() => void client.invalidateQueries({ queryKey: keys.workstation(id) }), pace.look);
    const giveUp = setTimeout(() => {
      setAsked(undefined);
      toast.failed(did.noAnswer);
    }, pace.giveUp);
    return () => {
      clearInterval(look);
      clearTimeout(giveUp);
    };
  }, [asked, readTimes, hostName, client, id, toast, voice]);
  const recheck = () =>
    mutate(
      { params: { id }, body: {} },
      {
        onError: toast.failed,
        onSuccess: ({ sent }) => {
          if (sent) setAsked(readTimes);
          else toast.failed(voice.words.workstation.did.notConnected);
        },
      },
    );
  return { recheck, isChecking: isPending || asked !== undefined };
}
