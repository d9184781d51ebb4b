import { Button, Center, EmptyState, Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconCloudOff, IconLock, type TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Role } from '../../../shared/protocol/rights.ts';
import { isCancelled, Refused } from '../api.ts';
import { TextLink } from './links.tsx';
import { Notice } from './notice.tsx';
import { useVoice } from './speech.tsx';

interface NothingProps {
  icon: TablerIcon;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}

/** Nothing to show, and why that is so or what to do about it. */
export function Nothing({ icon: Icon, title, children, action }: NothingProps) {
  return (
    <Center py={48} px="md">
      <EmptyState icon={<Icon size={30} aria-hidden />} withIndicatorBackground title={title} description={children}>
        {action && <EmptyState.Actions>{action}</EmptyState.Actions>}
      </EmptyState>
    </Center>
  );
}

/** A screen that somebody came to by a link, and that their role does not open. Trying again would change nothing. */
export function NotForRole({ role }: { role: Role }) {
  const voice = useVoice();
  const { states, terms } = voice.words.frame;
  return (
    <Nothing icon={IconLock} title={states.notForRole} action={<TextLink to="/">{states.toStart}</TextLink>}>
      {voice.fill(states.notForRoleWhy, { role: terms.role[role].name })}
    </Nothing>
  );
}

/** The whole panel could not be read. */
export function Failed({ error, retry }: { error: Error; retry: () => void }) {
  const voice = useVoice();
  const { states } = voice.words.frame;
  if (error instanceof Refused && error.code === 'not-permitted') {
    return (
      <Nothing icon={IconLock} title={states.notForRole}>
        {voice.error(error)}
      </Nothing>
    );
  }
  return (
    <Nothing icon={IconCloudOff} title={states.failed} action={<Button onClick={retry}>{states.retry}</Button>}>
      <span role="alert">{voice.error(error)}</span>
    </Nothing>
  );
}

/** What is shown may be old: the last attempt to read it again was refused. A lost connection is told by the frame. */
export function Outdated({ error, retry }: { error: Error | null; retry: () => void }) {
  const voice = useVoice();
  const { states } = voice.words.frame;
  if (!error || (error instanceof Refused && error.code === 'unreachable')) return null;
  return (
    <Notice tone="warned" icon={IconAlertTriangle} title={states.outdated}>
      {voice.error(error)}{' '}
      <Button size="compact-sm" variant="default" ml="xs" onClick={retry}>
        {states.retry}
      </Button>
    </Notice>
  );
}

const bars = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'] as const;

/** Up to ten grey bars in the place of lines to come. */
export function Waiting({ lines = 6, height = 44 }: { lines?: number; height?: number }) {
  const { frame } = useVoice().words;
  return (
    <Stack gap="xs" aria-busy="true">
      <VisuallyHidden role="status">{frame.loading}</VisuallyHidden>
      {bars.slice(0, lines).map((bar) => (
        <Skeleton key={bar} height={height} radius="md" />
      ))}
    </Stack>
  );
}

/** Why what a person wanted to do was refused, beside the button they pressed. */
export function Refusal({ error }: { error: Error | null }) {
  const voice = useVoice();
  if (!error || isCancelled(error)) return null;
  return (
    <Notice role="alert" tone="locked" icon={IconAlertTriangle}>
      {voice.error(error)}
    </Notice>
  );
}
