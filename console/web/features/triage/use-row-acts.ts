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
  const { triage, workstation } = voice.words;
  const words = { ...triage.did, ...workstation.did };
  const { data: session } = useQuery(sessionQuery);
  const recheck = useCall(consoleRoutes.recheck);
  const assignee = useCall(consoleRoutes.assign, [keys.triage]);
  const lock = useCall(consoleRoutes.lock, [keys.triage]);
  const lift = useCall(consoleRoutes.unlock, [keys.triage]);
  const closing = useCall(consoleRoutes.closeCase, [keys.triage]);
  const opening = useCall(consoleRoutes.reopenCase, [keys.triage]);
  const sayAssigned = (name: string | undefined, row: TriageRow) => {
    if (name === undefined) return voice.fill(words.nobodyTakesCare, { who: whoIs(row) });
    if (name === session?.name) return voice.fill(words.youTakeCare, { who: whoIs(row) });
    return voice.fill(words.takesCare, { name, who: whoIs(row) });
  };
  const close = (row: TriageRow, note = '') => {
    const id = closableCase(row);
    if (id === undefined) return;
    const params = { id: row.workstation, case: id };
    closing.mutate(
      { params, body: { note } },
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
          if (sent) toast.done(voice.fill(words.checking, { who: whoIs(row) }));
          else toast.failed(words.notConnected);
        },
      },
    );
  const unlock = (row: TriageRow) => {
    const params = { id: row.workstation };
    const reason = String(row.case.params['reason'] ?? words.lockedAgain);
    lift.mutate(
      { params, body: {} },
      {
        onError: toast.failed,
        onSuccess: () =>
          toast.done(voice.fill(words.lifted, { who: whoIs(row) }), () =>
            lock.mutate({ params, body: { reason } }, { onError: toast.failed }),
          ),
      },
    );
  };
  return { check, assign, unlock, close };
}
