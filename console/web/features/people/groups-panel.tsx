import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { PeopleGroupView } from '../../../../shared/protocol/people-routes.ts';
import { TextLink } from '../../parts/links.tsx';
import { Panel } from '../../parts/page.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { Failed, Outdated, Waiting } from '../../parts/states.tsx';
import { useProgramName } from '../programs/use-program-name.ts';
import { useMayEverywhere } from '../sign-in/use-may.ts';
import { GroupDialog, RemoveGroupDialog } from './group-dialogs.tsx';
import { groupsQuery } from './queries.ts';

type Opened = { kind: 'add' } | { kind: 'edit' | 'remove'; group: PeopleGroupView };

/** Teams, sites, night shifts: by what lists and acts upon many can be limited. */
export function GroupsPanel() {
  const { groups: words } = useVoice().words.people;
  const list = useQuery(groupsQuery);
  const [opened, setOpened] = useState<Opened>();
  const mayChange = useMayEverywhere(consoleRoutes.changeGroup);
  const close = () => setOpened(undefined);
  const retry = () => void list.refetch();
  const { data } = list;
  const add = (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => setOpened({ kind: 'add' })}
    >
      {words.add}
    </Button>
  );
  return (
    <Panel title={words.title} aside={mayChange && add}>
      <Text size="sm" mb="xs">
        {words.about}
      </Text>
      {data && <Outdated error={list.error} retry={retry} />}
      {data && data.rows.length > 0 && <GroupTable rows={data.rows} onOpen={mayChange ? setOpened : undefined} />}
      {data?.rows.length === 0 && (
        <Text size="sm" c="dimmed">
          {words.none}
        </Text>
      )}
      {!data && list.error && <Failed error={list.error} retry={retry} />}
      {!data && !list.error && <Waiting lines={2} />}
      {opened?.kind === 'add' && <GroupDialog onClose={close} />}
      {opened?.kind === 'edit' && <GroupDialog group={opened.group} onClose={close} />}
      {opened?.kind === 'remove' && <RemoveGroupDialog group={opened.group} onClose={close} />}
    </Panel>
  );
}

interface GroupTableProps {
  rows: readonly PeopleGroupView[];
  /** Absent: only to be read. */
  onOpen: ((opened: Opened) => void) | undefined;
}

function GroupTable({ rows, onOpen }: GroupTableProps) {
  const voice = useVoice();
  const { people, frame } = voice.words;
  const { groups: words } = people;
  const nameOf = useProgramName();
  return (
    <table className="table table-flush">
      <caption className="unseen">{words.caption}</caption>
      <thead>
        <tr>
          <th>{words.name}</th>
          <th className="mantine-visible-from-sm">{words.program}</th>
          <th>{words.people}</th>
          <th className="mantine-visible-from-sm">{people.table.workstations}</th>
          {onOpen && (
            <th>
              <span className="unseen">{people.table.actions}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((group) => (
          <tr key={group.id}>
            <td>{group.name}</td>
            <td className="mantine-visible-from-sm">{group.program ? nameOf(group.program) : words.everyProgram}</td>
            <td>
              <TextLink to="/people" search={{ peopleGroup: group.id }}>
                {voice.count(frame.terms.people, group.people)}
              </TextLink>
            </td>
            <td className="mantine-visible-from-sm">
              <TextLink
                to="/workstations"
                search={{ peopleGroup: group.id }}
                aria-label={voice.fill(words.pcsOf, { name: group.name })}
              >
                {words.pcs}
              </TextLink>
            </td>
            {onOpen && (
              <td>
                <Group gap={0} justify="flex-end" wrap="nowrap" my={-6}>
                  <ActionIcon
                    aria-label={voice.fill(words.editOne, { name: group.name })}
                    onClick={() => onOpen({ kind: 'edit', group })}
                  >
                    <IconPencil size={18} aria-hidden />
                  </ActionIcon>
                  <ActionIcon
                    aria-label={voice.fill(words.removeOne, { name: group.name })}
                    onClick={() => onOpen({ kind: 'remove', group })}
                  >
                    <IconTrash size={18} aria-hidden />
                  </ActionIcon>
                </Group>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
