import { Button, Group, Pagination, Text } from '@mantine/core';
import { IconFileImport, IconSearchOff, IconUserPlus, IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { TextLink } from '../../parts/links.tsx';
import { Page } from '../../parts/page.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { Failed, Nothing, Outdated, Waiting } from '../../parts/states.tsx';
import { useMay, useMayEverywhere } from '../sign-in/use-may.ts';
import { ProgramField, SearchField } from '../workstations/list-filters.tsx';
import { FeedsPanel } from './feeds-panel.tsx';
import { PeopleGroupField } from './group-field.tsx';
import { GroupsPanel } from './groups-panel.tsx';
import { ImportDialog, type ImportKind } from './import-dialog.tsx';
import type { PeopleSearch } from './people-search.ts';
import { PeopleTable } from './people-table.tsx';
import { PersonDialog } from './person-dialog.tsx';
import { pageSize, peopleQuery } from './queries.ts';

/** Who works here and when: imported, read from calendars, forgotten. */
export function PeoplePage() {
  const voice = useVoice();
  const { people: words, frame } = voice.words;
  const search = useSearch({ from: '/signed-in/people' });
  const navigate = useNavigate();
  const list = useQuery(peopleQuery(search));
  const [opened, setOpened] = useState<ImportKind | 'person'>();
  const close = () => setOpened(undefined);
  const { data } = list;
  const show = (change: PeopleSearch, replace = false) =>
    void navigate({ to: '/people', search: { ...search, page: undefined, ...change }, replace });
  return (
    <Page title={words.title} about={words.about} actions={<Actions onOpen={setOpened} />}>
      <Group gap="sm">
        <SearchField
          label={words.search}
          text={search.search ?? ''}
          onSearch={(text) => show({ search: text || undefined }, true)}
        />
        <ProgramField program={search.program} onChoose={(program) => show({ program })} />
        <PeopleGroupField group={search.peopleGroup} onChoose={(peopleGroup) => show({ peopleGroup })} />
      </Group>
      {data && <Outdated error={list.error} retry={() => void list.refetch()} />}
      {data && data.rows.length > 0 && <PeopleTable rows={data.rows} stale={list.isPlaceholderData} />}
      {data?.rows.length === 0 && <Nobody search={search} onOpen={setOpened} />}
      {data && data.total > pageSize && (
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            {voice.count(frame.terms.people, data.total)}
          </Text>
          <Pagination
            total={Math.ceil(data.total / pageSize)}
            value={search.page ?? 1}
            onChange={(page) => show({ page: page > 1 ? page : undefined })}
            getControlProps={(control) => ({ 'aria-label': words.pages[control] })}
            getItemProps={(item) => ({ 'aria-label': voice.fill(words.pages.page, { number: item }) })}
          />
        </Group>
      )}
      {!data && list.error && <Failed error={list.error} retry={() => void list.refetch()} />}
      {!data && !list.error && <Waiting lines={6} height={48} />}
      <GroupsPanel />
      <FeedsPanel />
      {opened === 'person' && <PersonDialog onClose={close} />}
      {opened && opened !== 'person' && <ImportDialog kind={opened} onClose={close} />}
    </Page>
  );
}

interface ActionsProps {
  onOpen: (dialog: ImportKind | 'person') => void;
}

/** What a role may do here; others read. */
function Actions({ onOpen }: ActionsProps) {
  const { people: words } = useVoice().words;
  const mayImportShifts = useMay(consoleRoutes.importShifts);
  const mayImport = useMayEverywhere(consoleRoutes.importPeople);
  return (
    <>
      {mayImportShifts && (
        <Button
          variant="default"
          leftSection={<IconFileImport size={18} aria-hidden />}
          onClick={() => onOpen('shifts')}
        >
          {words.importShifts}
        </Button>
      )}
      {mayImport && (
        <>
          <Button
            variant="default"
            leftSection={<IconFileImport size={18} aria-hidden />}
            onClick={() => onOpen('people')}
          >
            {words.importPeople}
          </Button>
          <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => onOpen('person')}>
            {words.person.add}
          </Button>
        </>
      )}
    </>
  );
}

function Nobody({ search, onOpen }: { search: PeopleSearch } & ActionsProps) {
  const { people: words } = useVoice().words;
  const mayImport = useMayEverywhere(consoleRoutes.importPeople);
  if (search.search || search.program || search.peopleGroup) {
    const everybody = <TextLink to="/people">{words.showAll}</TextLink>;
    return (
      <Nothing icon={IconSearchOff} title={words.nobodyFits} action={everybody}>
        {words.nobodyFitsWhy}
      </Nothing>
    );
  }
  return (
    <Nothing
      icon={IconUsersGroup}
      title={words.nobody}
      action={mayImport && <Button onClick={() => onOpen('people')}>{words.importPeople}</Button>}
    >
      {words.nobodyWhy}
    </Nothing>
  );
}
