import type { BulkAct } from '../../../../shared/protocol/case-routes.ts';
import type { BulkOutcome, BulkTarget } from '../../../../shared/protocol/case-views.ts';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { keys } from '../../keys.ts';
import { useVoice } from '../../parts/speech.tsx';
import { useToast } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';

const touches = [keys.triage, keys.workstations, keys.audit];

/** The same act upon many; says to how many it was done, to whom not, and takes it back where that is possible. */
export function useBulk() {
  const toast = useToast();
  const voice = useVoice();
  const { bulk: words } = voice.words;
  const help = useCall(consoleRoutes.bulk, touches);
  const decree = useCall(consoleRoutes.bulkDecree, touches);
  const undo = useCall(consoleRoutes.undoBulk, touches);
  const takeBack = (id: string) =>
    undo.mutate(
      { params: { undo: id } },
      {
        onError: toast.failed,
        onSuccess: ({ undone }) => toast.done(voice.count(words.takenBack, undone)),
      },
    );
  const tell = (act: BulkAct, { done, failed, undo: id }: BulkOutcome) => {
    if (done > 0) toast.done(voice.count(words.done[act.do], done), id ? () => takeBack(id) : undefined);
    const [first, ...others] = failed;
    if (!first) return;
    const params = { who: first.who, problem: voice.phrase(first.problem) };
    toast.failed(
      others.length > 0 ? voice.count(words.failedMore, others.length, params) : voice.fill(words.failed, params),
    );
  };
  const run = (target: BulkTarget, act: BulkAct, onDone: () => void, onError?: (error: Error) => void) => {
    const onSuccess = (outcome: BulkOutcome) => {
      onDone();
      tell(act, outcome);
    };
    const then = { onSuccess, ...(onError && { onError }) };
    if (act.do === 'excuse' || act.do === 'lock') decree.mutate({ body: { target, act } }, then);
    else help.mutate({ body: { target, act } }, then);
  };
  return { run, isPending: help.isPending || decree.isPending, error: help.error ?? decree.error };
}
