import { useQuery } from '@tanstack/react-query';
import type { TriageRow } from '../../../../shared/protocol/case-views.ts';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { keys } from '../../keys.ts';
import { useVoice } from '../../parts/speech.tsx';
import { useToast } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';
import { sessionQuery } from '../sign-in/session.ts';
import { closableCase, whoIs } from './desk.ts';

/** What a row does at once, without asking back. */
export function useRowActs() {
  const toast = useToast();
  const voice = useVoice();
  const words = voice.words.triage;
  const { data: session } = useQuery(sessionQuery);
  const recheck = useCall(consoleRoutes.recheck);
  const assignee = useCall(consoleRoutes.assign, [keys.triage]);
  const lock = useCall(consoleRoutes.lock, [keys.triage]);
  const lift = useCall(consoleRoutes.unlock, [keys.triage]);
  const closing = useCall(consoleRoutes.closeCase, [keys.triage]);
  const opening = useCall(consoleRoutes.reopenCase, [keys.triage]);
  const sayAssigned = (name: string | undefined, row: TriageRow) => {
    if (name === undefined) return `Nobody takes care of ${whoIs(row)} now.`;
    if (name === session?.name) return `You take care of ${whoIs(row)}.`;
    return voice.fill(words.takesCare, { name, who: whoIs(row) });
  };
  const close = (row: TriageRow) => {
    const id = closableCase(row);
    if (id === undefined) return;
    const params = { id: row.workstation, case: id };
    closing.mutate(
      { params, body: {} },
      {
        onError: toast.failed,
        onSuccess: () =>
          toast.done(voice.fill(words.closed, { who: whoIs(row) }), () =>
            opening.mutate({ params }, { onError: toast.failed }),
          ),
      },
    );
  };
  const assign = (row: TriageRow, name: string | undefined) => {
    const params = { id: row.workstation };
    const give = (to: string | undefined) => ({ params, body: to === undefined ? {} : { assignee: to } });
    assignee.mutate(give(name), {
      onError: toast.failed,
      onSuccess: ({ before }) =>
        toast.done(sayAssigned(name, row), () => assignee.mutate(give(before), { onError: toast.failed })),
    });
  };
  const check = (row: TriageRow) =>
    recheck.mutate(
      { params: { id: row.workstation }, body: {} },
      {
        onError: toast.failed,
        onSuccess({ sent }) {
          if (sent) toast.done(`${whoIs(row)}’s PC checks now; what it finds shows here at once.`);
          else toast.failed('The PC is not connected. It checks by itself as soon as it is back.');
        },
      },
    );
  const unlock = (row: TriageRow) => {
    const params = { id: row.workstation };
    const reason = String(row.case.params['reason'] ?? 'Locked again');
    lift.mutate(
      { params, body: {} },
      {
        onError: toast.failed,
        onSuccess: () =>
          toast.done(`Lifted the lock on ${whoIs(row)}.`, () =>
            lock.mutate({ params, body: { reason } }, { onError: toast.failed }),
          ),
      },
    );
  };
  return { check, assign, unlock, close };
}
