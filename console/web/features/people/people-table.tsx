import { ActionIcon, Group, Text } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { PersonView } from '../../../../shared/protocol/people-routes.ts';
import { languageNames } from '../../../../shared/words/language.ts';
import { TextLink } from '../../parts/links.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { At } from '../../parts/time.tsx';
import { useProgramName } from '../programs/use-program-name.ts';
import { useMayEverywhere } from '../sign-in/use-may.ts';
import { ForgetDialog } from './forget-dialog.tsx';
import { PersonDialog } from './person-dialog.tsx';

interface Opened {
  kind: 'edit' | 'forget';
  person: PersonView;
}

export function PeopleTable({ rows, stale }: { rows: readonly PersonView[]; stale: boolean }) {
  const { table: words } = useVoice().words.people;
  const [opened, setOpened] = useState<Opened>();
  const mayChange = useMayEverywhere(consoleRoutes.changePerson);
  const close = () => setOpened(undefined);
  return (
    <div className="panel" style={{ padding: 0 }}>
      <table className="table" data-stale={stale || undefined}>
        <caption className="unseen">{words.caption}</caption>
        <thead>
          <tr>
            <th>{words.person}</th>
            <th className="mantine-visible-from-md">{words.groups}</th>
            <th className="mantine-visible-from-sm">{words.programs}</th>
            <th className="mantine-visible-from-lg">{words.language}</th>
            <th className="mantine-visible-from-sm">{words.shift}</th>
            <th>{words.workstations}</th>
            {mayChange && (
              <th>
                <span className="unseen">{words.actions}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((person) => (
            <PersonRow key={person.id} person={person} onOpen={mayChange ? setOpened : undefined} />
          ))}
        </tbody>
      </table>
      {opened?.kind === 'edit' && <PersonDialog person={opened.person} onClose={close} />}
      {opened?.kind === 'forget' && <ForgetDialog person={opened.person} onClose={close} />}
    </div>
  );
}

interface PersonRowProps {
  person: PersonView;
  /** Absent: only to be read. */
  onOpen: ((opened: Opened) => void) | undefined;
}

function PersonRow({ person, onOpen }: PersonRowProps) {
  const voice = useVoice();
  const { table: words } = voice.words.people;
  const nameOf = useProgramName();
  const { name, language, shift } = person;
  return (
    <tr>
      <td>
        <Text fw={600} size="sm">
          {name}
        </Text>
        {person.externalId && (
          <Text size="xs" c="dimmed">
            {person.externalId}
          </Text>
        )}
        <Groups groups={person.groups} hiddenFrom="md" />
      </td>
      <td className="mantine-visible-from-md">{person.groups.length > 0 ? <Groups groups={person.groups} /> : '–'}</td>
      <td className="mantine-visible-from-sm">{voice.list(person.programs.map(nameOf)) || '–'}</td>
      <td className="mantine-visible-from-lg">
        {language ? <span lang={language}>{languageNames[language]}</span> : '–'}
        <Text size="xs" c="dimmed">
          {person.timeZone ?? 'UTC'}
        </Text>
      </td>
      <td className="mantine-visible-from-sm">
        {shift ? (
          <>
            <At at={shift.from} /> – <At at={shift.to} />
          </>
        ) : (
          words.noShift
        )}
      </td>
      <td>
        <Workstations person={person} />
      </td>
      {onOpen && (
        <td>
          <PersonActs person={person} onOpen={onOpen} />
        </td>
      )}
    </tr>
  );
}

function Groups({ groups, hiddenFrom }: { groups: PersonView['groups']; hiddenFrom?: 'md' }) {
  return (
    <Group gap="0 0.6rem" {...(hiddenFrom && { hiddenFrom })}>
      {groups.map(({ id, name }) => (
        <TextLink key={id} to="/people" search={{ peopleGroup: id }}>
          {name}
        </TextLink>
      ))}
    </Group>
  );
}

/** The list of workstations, limited to those of the person. */
function Workstations({ person: { name, workstations } }: { person: PersonView }) {
  const voice = useVoice();
  const { table: words } = voice.words.people;
  if (workstations === 0) return <>–</>;
  return (
    <TextLink
      to="/workstations"
      search={{ search: name.slice(0, 100) }}
      aria-label={voice.count(words.workstationsOf, workstations, { name })}
      style={{ whiteSpace: 'nowrap' }}
    >
      {voice.count(words.pcs, workstations)}
    </TextLink>
  );
}

function PersonActs({ person, onOpen }: { person: PersonView; onOpen: (opened: Opened) => void }) {
  const voice = useVoice();
  const { person: editing, forget } = voice.words.people;
  const { name } = person;
  return (
    <Group gap={0} justify="flex-end" wrap="nowrap" my={-6}>
      <ActionIcon aria-label={voice.fill(editing.edit, { name })} onClick={() => onOpen({ kind: 'edit', person })}>
        <IconPencil size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon aria-label={voice.fill(forget.button, { name })} onClick={() => onOpen({ kind: 'forget', person })}>
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
