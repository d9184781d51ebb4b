import { Group, Stack, Text } from '@mantine/core';
import type { AccessReason } from '../../../../shared/access/decide.ts';
import type { AccessView } from '../../../../shared/protocol/views.ts';
import { AccessBadge } from '../../parts/access-badge.tsx';
import { Phrase, useVoice } from '../../parts/speech.tsx';
import { Ago, Until } from '../../parts/time.tsx';
import classes from './workstation-page.module.css';

/** The access to one program, and why, in one sentence; then what the person can do; then what else there is. */
export function AccessPanel({ view }: { view: AccessView }) {
  const voice = useVoice();
  const { access: words } = voice.words.workstation;
  const { programName, decision, since, policyVersion } = view;
  const [first, ...others] = decision.reasons;
  const isDeciding = decision.access !== 'ready';
  const rest = isDeciding ? others : decision.reasons;
  return (
    <section
      className={classes['access']}
      data-access={decision.access}
      aria-label={voice.fill(words.label, { program: programName })}
    >
      <Group justify="space-between" gap="xs">
        <Group gap="sm">
          <AccessBadge access={decision.access} large />
          <Text fw={600}>{programName}</Text>
        </Group>
        <Text size="sm" c="dimmed">
          <Phrase text={words.since} with={{ time: <Ago at={since} />, version: policyVersion }} />
        </Text>
      </Group>
      <Text size="lg" fw={550} mt="sm" role="status">
        {voice.sayAccess(decision.access, decision.reasons)}
      </Text>
      {isDeciding && first && (
        <Text size="sm" c="dimmed">
          {voice.fill(words.helps, { remedy: voice.say(first.cause, first.code, first.params).remedy })}
        </Text>
      )}
      {decision.deadline && (
        <Text size="sm" mt={4} fw={600} c="var(--warned-text)" component="div">
          <Phrase text={words.locksAt} with={{ time: <Until at={decision.deadline} /> }} />
        </Text>
      )}
      {rest.length > 0 && (
        <Stack component="ul" gap={6} mt="sm" className={classes['reasons'] ?? ''}>
          {rest.map((reason) => (
            <OtherReason key={`${reason.cause} ${reason.code}`} reason={reason} />
          ))}
        </Stack>
      )}
    </section>
  );
}

function OtherReason({ reason }: { reason: AccessReason }) {
  const voice = useVoice();
  const { workstation, frame } = voice.words;
  return (
    <li>
      <Text size="sm" component="span">
        {voice.problem(reason)}{' '}
        <Text span c="dimmed" size="sm">
          {frame.terms.effect[reason.effect]}
          {reason.until && (
            <>
              {' '}
              <Phrase text={workstation.access.until} with={{ time: <Until at={reason.until} /> }} />
            </>
          )}
        </Text>
      </Text>
    </li>
  );
}
