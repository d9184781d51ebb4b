import { Button, Group, NativeSelect, Progress, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconHourglass, IconUserCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { Rollout } from '../../../../shared/protocol/policy-views.ts';
import type { ProgramView } from '../../../../shared/protocol/views.ts';
import { keys } from '../../keys.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ReasonField } from '../../parts/reason-field.tsx';
import { toastDone, toastFailed } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';
import { plural } from '../../parts/words.ts';

const looks = {
  staged: { tone: 'ready', icon: IconHourglass },
  stopped: { tone: 'locked', icon: IconAlertTriangle },
  'awaiting-approval': { tone: 'warned', icon: IconUserCheck },
} as const;

/** The version that is on its way to everybody: how far it is, what it has locked, and what can be done about it. */
export function RolloutBanner({ program }: { program: ProgramView }) {
  const { rollout } = program;
  if (!rollout) return null;
  const { tone, icon } = looks[rollout.state];
  return (
    <Notice tone={tone} icon={icon} title={titleOf(rollout)} role="status">
      <Stack gap="xs">
        <Text size="sm">{sentenceOf(rollout)}</Text>
        {rollout.state === 'staged' && (
          <Progress value={rollout.share} aria-label="Share of the workstations" maw={420} />
        )}
        <Actions program={program} rollout={rollout} />
      </Stack>
    </Notice>
  );
}

function titleOf({ version, state, share }: Rollout): string {
  if (state === 'staged') return `Version ${version} applies to ${share} % of the workstations`;
  if (state === 'stopped') return `Version ${version} was stopped`;
  return `Version ${version} waits for a second person`;
}

function sentenceOf({ state, workstations, locked, lockLimit, author, note }: Rollout): string {
  const by = `By ${author}${note ? `: “${note}”` : ''}.`;
  if (state === 'staged') {
    return `${by} It has locked ${locked.toLocaleString('en')} of ${plural(workstations, 'workstation')}, and stops by itself above ${lockLimit} %.`;
  }
  if (state === 'stopped') {
    return `${by} It would have locked ${locked.toLocaleString('en')} of ${plural(workstations, 'workstation')}, more than ${lockLimit} %. Everybody is under the version before.`;
  }
  return `${by} It is weaker than the one in force: somebody else than its author has to approve it.`;
}

function Actions({ program, rollout }: { program: ProgramView; rollout: Rollout }) {
  const touches = [keys.programs, keys.policy(program.id), keys.versions(program.id), keys.audit];
  const widen = useCall(consoleRoutes.widenRollout, touches);
  const approve = useCall(consoleRoutes.approveVersion, touches);
  const [withdrawing, setWithdrawing] = useState(false);
  const wider = [5, 10, 25, 50, 75, 100].filter((share) => share > rollout.share || rollout.state === 'stopped');
  const [share, setShare] = useState<string>();
  const params = { id: program.id };
  const { version } = rollout;
  const wanted = Number(share ?? wider[0] ?? 100);
  const done = (words: string) => ({ onSuccess: () => toastDone(words), onError: toastFailed });
  return (
    <Group gap="xs" align="flex-end">
      {rollout.state === 'awaiting-approval' ? (
        <Button
          size="xs"
          loading={approve.isPending}
          onClick={() => approve.mutate({ params, body: { version } }, done(`Version ${version} is approved.`))}
        >
          Approve
        </Button>
      ) : (
        <>
          <NativeSelect
            size="xs"
            label="Widen to"
            value={String(wanted)}
            data={wider.map((one) => ({ value: String(one), label: one === 100 ? 'everybody' : `${one} %` }))}
            onChange={(event) => setShare(event.currentTarget.value)}
          />
          <Button
            size="xs"
            loading={widen.isPending}
            onClick={() =>
              widen.mutate(
                { params, body: { version, share: wanted } },
                done(wanted === 100 ? `Version ${version} is in force.` : `Version ${version} applies to ${wanted} %.`),
              )
            }
          >
            Widen
          </Button>
        </>
      )}
      <Button size="xs" variant="default" onClick={() => setWithdrawing(true)}>
        Take it back
      </Button>
      {withdrawing && <WithdrawDialog program={program} version={version} onClose={() => setWithdrawing(false)} />}
    </Group>
  );
}

interface WithdrawDialogProps {
  program: ProgramView;
  version: number;
  onClose: () => void;
}

function WithdrawDialog({ program, version, onClose }: WithdrawDialogProps) {
  const [reason, setReason] = useState('');
  const withdraw = useCall(consoleRoutes.withdrawVersion, [keys.programs, keys.versions(program.id), keys.audit]);
  const onSuccess = () => {
    onClose();
    toastDone(`Version ${version} is taken back.`);
  };
  return (
    <FormDialog
      title={`Take version ${version} back?`}
      onClose={onClose}
      onSubmit={() => withdraw.mutate({ params: { id: program.id }, body: { version, reason } }, { onSuccess })}
      submit="Take it back"
      danger
      disabled={reason.trim().length < 3}
      pending={withdraw.isPending}
      error={withdraw.error}
    >
      <Text size="sm">Everybody is under version {program.policyVersion} within the second.</Text>
      <ReasonField value={reason} onChange={setReason} />
    </FormDialog>
  );
}
