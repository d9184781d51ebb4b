import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { bySeverity } from '../../../../shared/access/severity.ts';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { Rollout } from '../../../../shared/protocol/policy-views.ts';
import type { ProgramView } from '../../../../shared/protocol/views.ts';
import { keys } from '../../keys.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { ReasonField } from '../../parts/reason-field.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { Failed, Waiting } from '../../parts/states.tsx';
import { useToast } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';
import { Changes } from './change-list.tsx';
import { versionQuery } from './queries.ts';

interface RolloutDialogProps {
  program: ProgramView;
  rollout: Rollout;
  onClose: () => void;
}

const touchedBy = ({ id }: ProgramView) => [keys.programs, keys.policy(id), keys.versions(id), keys.audit];
const countAll = ({ counts }: ProgramView) => bySeverity.reduce((sum, access) => sum + counts[access], 0);

/** Says to how many the version will apply before it does. */
export function WidenDialog({ program, rollout, share, onClose }: RolloutDialogProps & { share: number }) {
  const { version, locked } = rollout;
  const voice = useVoice();
  const { rollout: words } = voice.words.policy;
  const toast = useToast();
  const widen = useCall(consoleRoutes.widenRollout, touchedBy(program));
  const total = countAll(program);
  const onSuccess = () => {
    onClose();
    toast.done(voice.fill(share === 100 ? words.widenedToAll : words.widened, { version, share }));
  };
  return (
    <FormDialog
      title={voice.fill(share === 100 ? words.widenAllTitle : words.widenTitle, { version, share })}
      onClose={onClose}
      onSubmit={() => widen.mutate({ params: { id: program.id }, body: { version, share } }, { onSuccess })}
      submit={words.widen}
      pending={widen.isPending}
      error={widen.error}
    >
      <Text size="sm">
        {voice.fill(words.widenAbout, {
          about: voice.number(Math.round((total * share) / 100)),
          workstations: voice.count(voice.words.frame.terms.workstations, total),
          locked: voice.number(locked),
        })}
      </Text>
    </FormDialog>
  );
}

/** Shows what the version changes to whoever has to answer for it too. */
export function ApproveDialog({ program, rollout: { version }, onClose }: RolloutDialogProps) {
  const voice = useVoice();
  const { rollout: words } = voice.words.policy;
  const toast = useToast();
  const approve = useCall(consoleRoutes.approveVersion, touchedBy(program));
  const { data, error, refetch } = useQuery(versionQuery(program.id, version));
  const onSuccess = () => {
    onClose();
    toast.done(voice.fill(words.approved, { version }));
  };
  return (
    <FormDialog
      title={voice.fill(words.approveTitle, { version })}
      onClose={onClose}
      onSubmit={() => approve.mutate({ params: { id: program.id }, body: { version } }, { onSuccess })}
      submit={words.approve}
      disabled={!data}
      pending={approve.isPending}
      error={approve.error}
    >
      <Text size="sm">
        {voice.fill(words.approveAbout, {
          inForce: program.policyVersion,
          workstations: voice.count(voice.words.frame.terms.workstations, countAll(program)),
        })}
      </Text>
      {data && <Changes changes={data.changes} />}
      {!data && error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting lines={3} height={30} />}
    </FormDialog>
  );
}

interface WithdrawDialogProps {
  program: ProgramView;
  version: number;
  onClose: () => void;
}

/** Puts everybody back under the version in force. */
export function WithdrawDialog({ program, version, onClose }: WithdrawDialogProps) {
  const [reason, setReason] = useState('');
  const withdraw = useCall(consoleRoutes.withdrawVersion, [keys.programs, keys.versions(program.id), keys.audit]);
  const voice = useVoice();
  const { rollout: words } = voice.words.policy;
  const toast = useToast();
  const onSuccess = () => {
    onClose();
    toast.done(voice.fill(words.takenBack, { version }));
  };
  return (
    <FormDialog
      title={voice.fill(words.takeBackTitle, { version })}
      onClose={onClose}
      onSubmit={() => withdraw.mutate({ params: { id: program.id }, body: { version, reason } }, { onSuccess })}
      submit={words.takeBack}
      danger
      disabled={reason.trim().length < 3}
      pending={withdraw.isPending}
      error={withdraw.error}
    >
      <Text size="sm">{voice.fill(words.takeBackAbout, { version: program.policyVersion })}</Text>
      <ReasonField value={reason} onChange={setReason} />
    </FormDialog>
  );
}
