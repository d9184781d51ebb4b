import { Button, Group, NativeSelect, Progress, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconHourglass, IconUserCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { Rollout } from '../../../../shared/protocol/policy-views.ts';
import type { ProgramView } from '../../../../shared/protocol/views.ts';
import { Notice } from '../../parts/notice.tsx';
import { useVoice } from '../../parts/speech.tsx';
import type { Voice } from '../../voice.ts';
import { sessionQuery } from '../sign-in/session.ts';
import { useMay } from '../sign-in/use-may.ts';
import { ApproveDialog, WidenDialog, WithdrawDialog } from './rollout-dialogs.tsx';

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
  const mayDecide = useMay(consoleRoutes.widenRollout);
  if (!rollout) return null;
  const { version, state, share } = rollout;
  const { tone, icon } = looks[state];
  return (
    <Notice tone={tone} icon={icon} title={voice.fill(words.title[state], { version, share })} role="status">
      <Stack gap="xs">
        <Text size="sm">{sayRollout(rollout, voice)}</Text>
        {state === 'staged' && <Progress value={share} aria-label={words.share} maw={420} />}
        {mayDecide && <Actions program={program} rollout={rollout} />}
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
  const [asking, setAsking] = useState<'widen' | 'approve' | 'withdraw'>();
  const wider = [5, 10, 25, 50, 75, 100].filter((share) => share > rollout.share || rollout.state === 'stopped');
  const [share, setShare] = useState<string>();
  const isOwn = useQuery(sessionQuery).data?.name === rollout.author;
  const wanted = Number(share ?? wider[0] ?? 100);
  const close = () => setAsking(undefined);
  return (
    <Group gap="xs" align="flex-end">
      {rollout.state === 'awaiting-approval' && !isOwn && (
        <Button size="xs" onClick={() => setAsking('approve')}>
          {words.approve}
        </Button>
      )}
      {rollout.state !== 'awaiting-approval' && (
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
          <Button size="xs" onClick={() => setAsking('widen')}>
            {words.widen}
          </Button>
        </>
      )}
      <Button size="xs" variant="default" onClick={() => setAsking('withdraw')}>
        {words.takeBack}
      </Button>
      {asking === 'widen' && <WidenDialog {...{ program, rollout }} share={wanted} onClose={close} />}
      {asking === 'approve' && <ApproveDialog {...{ program, rollout }} onClose={close} />}
      {asking === 'withdraw' && <WithdrawDialog program={program} version={rollout.version} onClose={close} />}
    </Group>
  );
}
