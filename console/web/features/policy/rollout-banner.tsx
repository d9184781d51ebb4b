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
import { useVoice } from '../../parts/speech.tsx';
import { useToast } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';
import type { Voice } from '../../voice.ts';

const looks = {
  staged: { tone: 'ready', icon: IconHourglass },
  stopped: { tone: 'locked', icon: IconAlertTriangle },
  'awaiting-approval': { tone: 'warned', icon: IconUserCheck },
} as const;

/** The version that is on its way to everybody: how far it is, what it has locked, and what can be done about it. */
export function RolloutBanner({ program }: { program: ProgramView }) {
  const voice = useVoice();
  const { rollout: words } = voice.words.policy;
  const { rollout } = program;
  if (!rollout) return null;
  const { version, state, share } = rollout;
  const { tone, icon } = looks[state];
  return (
    <Notice tone={tone} icon={icon} title={voice.fill(words.title[state], { version, share })} role="status">
      <Stack gap="xs">
        <Text size="sm">{sayRollout(rollout, voice)}</Text>
        {state === 'staged' && <Progress value={share} aria-label={words.share} maw={420} />}
        <Actions program={program} rollout={rollout} />
      </Stack>
    </Notice>
  );
}

function sayRollout({ state, workstations, locked, lockLimit, author, note }: Rollout, voice: Voice): string {
  const { rollout: words } = voice.words.policy;
  const by = voice.fill(note ? words.byNote : words.by, { author: voice.actor(author), note });
  const about = voice.fill(words.about[state], {
    locked: voice.number(locked),
    workstations: voice.count(voice.words.frame.terms.workstations, workstations),
    limit: lockLimit,
  });
  return `${by} ${about}`;
}

function Actions({ program, rollout }: { program: ProgramView; rollout: Rollout }) {
  const voice = useVoice();
  const { rollout: words } = voice.words.policy;
  const toast = useToast();
  const touches = [keys.programs, keys.policy(program.id), keys.versions(program.id), keys.audit];
  const widen = useCall(consoleRoutes.widenRollout, touches);
  const approve = useCall(consoleRoutes.approveVersion, touches);
  const [withdrawing, setWithdrawing] = useState(false);
  const wider = [5, 10, 25, 50, 75, 100].filter((share) => share > rollout.share || rollout.state === 'stopped');
  const [share, setShare] = useState<string>();
  const params = { id: program.id };
  const { version } = rollout;
  const wanted = Number(share ?? wider[0] ?? 100);
  const done = (text: string) => ({
    onSuccess: () => toast.done(voice.fill(text, { version, share: wanted })),
    onError: toast.failed,
  });
  return (
    <Group gap="xs" align="flex-end">
      {rollout.state === 'awaiting-approval' ? (
        <Button
          size="xs"
          loading={approve.isPending}
          onClick={() => approve.mutate({ params, body: { version } }, done(words.approved))}
        >
          {words.approve}
        </Button>
      ) : (
        <>
          <NativeSelect
            size="xs"
            label={words.widenTo}
            value={String(wanted)}
            data={wider.map((one) => ({
              value: String(one),
              label: voice.fill(one === 100 ? words.everybody : words.percent, { share: one }),
            }))}
            onChange={(event) => setShare(event.currentTarget.value)}
          />
          <Button
            size="xs"
            loading={widen.isPending}
            onClick={() =>
              widen.mutate(
                { params, body: { version, share: wanted } },
                done(wanted === 100 ? words.widenedToAll : words.widened),
              )
            }
          >
            {words.widen}
          </Button>
        </>
      )}
      <Button size="xs" variant="default" onClick={() => setWithdrawing(true)}>
        {words.takeBack}
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
