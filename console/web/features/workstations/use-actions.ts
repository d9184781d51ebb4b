import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { BodyOf } from '../../../../shared/protocol/route.ts';
import type { WorkstationDetail } from '../../../../shared/protocol/views.ts';
import { keys } from '../../keys.ts';
import { useVoice } from '../../parts/speech.tsx';
import { useToast } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';
import { useMay } from '../sign-in/use-may.ts';

type Lock = WorkstationDetail['locks'][number];
type Excuse = WorkstationDetail['excuses'][number];

/** What a person may do to a workstation. Each says what it did, and takes it back where that is possible. */
export function useActions({ id, person, hostName }: Pick<WorkstationDetail, 'id' | 'person' | 'hostName'>) {
  const toast = useToast();
  const voice = useVoice();
  const { did } = voice.words.workstation;
  const mayOverride = useMay('supervise');
  const who = person ?? hostName;
  const touches = [keys.workstation(id), keys.timeline(id), keys.workstations, keys.programs, keys.audit];
  const lock = useCall(consoleRoutes.lock, touches);
  const unlock = useCall(consoleRoutes.unlock, touches);
  const excuse = useCall(consoleRoutes.excuse, touches);
  const endExcuse = useCall(consoleRoutes.endExcuse, touches);
  const params = { id };
  const failed = { onError: toast.failed };
  const lockAgain = (locks: readonly Lock[]) => {
    for (const { reason, program } of locks) lock.mutate({ params, body: { reason, program } }, failed);
  };
  return {
    lock,
    excuse,
    isLifting: unlock.isPending,
    isEnding: endExcuse.isPending,
    lockNow(body: BodyOf<typeof consoleRoutes.lock>, onDone: () => void) {
      const undo = () => unlock.mutate({ params, body: { program: body.program } }, failed);
      const onSuccess = () => {
        onDone();
        toast.done(voice.fill(did.locked, { who }), undo);
      };
      lock.mutate({ params, body }, { onSuccess });
    },
    /** Lifts the locks of one program, or all of them. */
    lift(locks: readonly Lock[], program?: string) {
      const onSuccess = () => toast.done(voice.fill(did.lifted, { who }), () => lockAgain(locks));
      unlock.mutate({ params, body: { program } }, { onSuccess, ...failed });
    },
    excuseNow(body: BodyOf<typeof consoleRoutes.excuse>, onDone: () => void) {
      const onSuccess = (made: { id: string }) => {
        onDone();
        const done = voice.fill(did.excused, { who, checks: voice.checks(body.checks) });
        toast.done(done, () => endExcuse.mutate({ params: made }, failed));
      };
      excuse.mutate({ params, body }, { onSuccess });
    },
    end({ id: excuseId, checks, until, reason }: Excuse) {
      // Nobody reads a code aloud for an undo.
      const grantAgain = () => excuse.mutate({ params, body: { checks, until, reason, override: true } }, failed);
      const again = mayOverride ? grantAgain : undefined;
      const onSuccess = () => toast.done(voice.fill(did.excuseEnded, { who }), again);
      endExcuse.mutate({ params: { id: excuseId } }, { onSuccess, ...failed });
    },
  };
}

export type Actions = ReturnType<typeof useActions>;
