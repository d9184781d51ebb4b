import { Button, Code, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowRight, IconFileText, IconPencil, IconTicket } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { bySeverity } from '../../../../shared/access/severity.ts';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { ProgramView } from '../../../../shared/protocol/views.ts';
import { AccessBadge } from '../../parts/access-badge.tsx';
import { ButtonLink, TextLink } from '../../parts/links.tsx';
import { Phrase, useVoice } from '../../parts/speech.tsx';
import { At } from '../../parts/time.tsx';
import { RolloutBanner } from '../policy/rollout-banner.tsx';
import { useMay } from '../sign-in/use-may.ts';
import { BreakerBanner } from './breaker-banner.tsx';
import { CodeDialog } from './code-dialog.tsx';
import { ProgramDialog } from './program-dialog.tsx';

/** One program: who can work for it, where its CRM is, and the policy in force. */
export function ProgramCard({ program }: { program: ProgramView }) {
  const { id, name, origins, policyName, policyVersion, policyPublishedAt } = program;
  const [dialog, setDialog] = useState<'code' | 'edit'>();
  const close = () => setDialog(undefined);
  const mayEdit = useMay(consoleRoutes.putProgram);
  const mayEnrol = useMay(consoleRoutes.createCode);
  const voice = useVoice();
  const { card: words } = voice.words.programs;
  return (
    <Stack component="section" gap="md" className="panel" aria-label={name}>
      <Group justify="space-between" align="flex-start" gap="md">
        <Stack gap={2}>
          <Title order={2} size="h3">
            {name}
          </Title>
          <Text size="sm" c="dimmed" component="div">
            <Phrase
              text={words.policy}
              with={{ policy: policyName, version: policyVersion, time: <At at={policyPublishedAt} /> }}
            />
          </Text>
        </Stack>
        <Group gap="xs">
          <ButtonLink
            to="/programs/$id/policy"
            params={{ id }}
            variant="default"
            leftSection={<IconFileText size={18} aria-hidden />}
          >
            {words.openPolicy}
          </ButtonLink>
          {mayEdit && (
            <Button
              variant="default"
              leftSection={<IconPencil size={18} aria-hidden />}
              onClick={() => setDialog('edit')}
              aria-label={voice.fill(words.editOne, { program: name })}
            >
              {words.edit}
            </Button>
          )}
          {mayEnrol && (
            <Button
              leftSection={<IconTicket size={18} aria-hidden />}
              onClick={() => setDialog('code')}
              aria-label={voice.fill(words.enrolFor, { program: name })}
            >
              {words.enrol}
            </Button>
          )}
        </Group>
      </Group>
      <BreakerBanner program={program} />
      <RolloutBanner program={program} />
      <Counts program={program} />
      <Stack gap={6}>
        {origins.map(({ origin, upstream }) => (
          <Group key={origin} gap="xs">
            <Text size="sm" fw={600}>
              CRM
            </Text>
            <Code>{origin}</Code>
            <IconArrowRight size={16} aria-label={words.fetchedFrom} />
            <Code>{upstream}</Code>
          </Group>
        ))}
      </Stack>
      {dialog === 'code' && <CodeDialog program={program} onClose={close} />}
      {dialog === 'edit' && <ProgramDialog program={program} onClose={close} />}
    </Stack>
  );
}

/** How many workstations have which access; each opens the list behind it. */
function Counts({ program: { id, counts } }: { program: ProgramView }) {
  const voice = useVoice();
  const total = bySeverity.reduce((sum, access) => sum + counts[access], 0);
  if (total === 0) {
    return (
      <Text size="sm" c="dimmed">
        {voice.words.programs.card.nobody}
      </Text>
    );
  }
  return (
    <Group gap="md">
      <TextLink to="/workstations" search={{ program: id }}>
        {voice.count(voice.words.frame.terms.workstations, total)}
      </TextLink>
      {bySeverity
        .filter((access) => counts[access] > 0)
        .map((access) => (
          <Link key={access} to="/workstations" search={{ program: id, access }} className="count-link">
            <AccessBadge access={access} /> <strong>{voice.number(counts[access])}</strong>
          </Link>
        ))}
    </Group>
  );
}
