import { Button, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChecklist, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { Page } from '../../parts/page.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { Failed, Nothing, Outdated, Waiting } from '../../parts/states.tsx';
import { useMayEverywhere } from '../sign-in/use-may.ts';
import { AccessLists } from './access-lists.tsx';
import { ProgramCard } from './program-card.tsx';
import { ProgramDialog } from './program-dialog.tsx';
import { programsQuery } from './queries.ts';

/** The client brands this console works for, each with its own policy and its own CRM. */
export function ProgramsPage() {
  const { data, error, refetch } = useQuery(programsQuery);
  const [opened, dialog] = useDisclosure(false);
  const { programs: words } = useVoice().words;
  const retry = () => void refetch();
  const mayAdd = useMayEverywhere(consoleRoutes.putProgram);
  const add = mayAdd && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={dialog.open}>
      {words.add}
    </Button>
  );
  return (
    <Page title={words.title} about={words.about} actions={data && data.rows.length > 0 && add}>
      {data && <Outdated error={error} retry={retry} />}
      <Stack gap="md">
        {data?.rows.map((program) => (
          <ProgramCard key={program.id} program={program} />
        ))}
        {data && data.rows.length > 0 && <AccessLists />}
      </Stack>
      {data?.rows.length === 0 && (
        <Nothing icon={IconChecklist} title={words.none} action={add}>
          {words.noneAbout}
        </Nothing>
      )}
      {!data && error && <Failed error={error} retry={retry} />}
      {!data && !error && <Waiting lines={3} height={150} />}
      {opened && <ProgramDialog onClose={dialog.close} />}
    </Page>
  );
}
