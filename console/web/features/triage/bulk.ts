import type { BulkAct } from '../../../../shared/protocol/case-routes.ts';
import type { BulkOutcome, BulkTarget } from '../../../../shared/protocol/case-views.ts';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { keys } from '../../keys.ts';
import { useToast } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';
import { plural } from '../../parts/words.ts';

const touches = [keys.triage, keys.workstations, keys.audit];

const doneWords: Readonly<Record<BulkAct['do'], string>> = {
  recheck: 'asked to check now',
  message: 'messaged',
  assign: 'assigned',
  excuse: 'excused',
  lock: 'locked',
};

/** The same act upon many; says to how many it was done, to whom not, and takes it back where that is possible. */
export function useBulk() {
  const toast = useToast();
  const help = useCall(consoleRoutes.bulk, touches);
  const decree = useCall(consoleRoutes.bulkDecree, touches);
  const undo = useCall(consoleRoutes.undoBulk, touches);
  const takeBack = (id: string) =>
    undo.mutate(
      { params: { undo: id } },
      {
        onError: toast.failed,
        onSuccess: ({ undone }) => toast.done(`Taken back for ${plural(undone, 'workstation')}.`),
      },
    );
  const tell = (act: BulkAct, { done, failed, undo: id }: BulkOutcome) => {
    if (done > 0)
      toast.done(`${plural(done, 'workstation')} ${doneWords[act.do]}.`, id ? () => takeBack(id) : undefined);
    const [first] = failed;
    if (first) {
      const others = failed.length > 1 ? `, and ${plural(failed.length - 1, 'other')}` : '';
      toast.failed(`Not ${first.who}${others}: ${first.problem}`);
    }
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
