import { ActionIcon, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { PersonView } from '../../../../shared/protocol/people-routes.ts';
import { languageNames } from '../../../../shared/words/language.ts';
import { keys } from '../../keys.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { At } from '../../parts/time.tsx';
import { useToast } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';
import { programsQuery } from '../programs/queries.ts';

export function PeopleTable({ rows, stale }: { rows: readonly PersonView[]; stale: boolean }) {
  const voice = useVoice();
  const { table: words, forget } = voice.words.people;
  const { data } = useQuery(programsQuery);
  const [leaving, setLeaving] = useState<PersonView>();
  const nameOf = (id: string) => data?.rows.find((program) => program.id === id)?.name ?? id;
  return (
    <div className="panel" style={{ padding: 0 }}>
      <table className="table" data-stale={stale || undefined}>
        <caption className="unseen">{words.caption}</caption>
        <thead>
          <tr>
            <th>{words.person}</th>
            <th className="mantine-visible-from-sm">{words.programs}</th>
            <th className="mantine-visible-from-md">{words.language}</th>
            <th className="mantine-visible-from-sm">{words.shift}</th>
            <th className="mantine-visible-from-md">{words.workstations}</th>
            <th style={{ width: 60 }}>
              <span className="unseen">{words.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((person) => (
            <tr key={person.id}>
              <td>
                <Text fw={600} size="sm">
                  {person.name}
                </Text>
                {person.externalId && (
                  <Text size="xs" c="dimmed">
                    {person.externalId}
                  </Text>
                )}
              </td>
              <td className="mantine-visible-from-sm">{voice.list(person.programs.map(nameOf)) || '–'}</td>
              <td className="mantine-visible-from-md">
                {person.language ? languageNames[person.language] : '–'}
                <Text size="xs" c="dimmed">
                  {person.timeZone ?? 'UTC'}
                </Text>
              </td>
              <td className="mantine-visible-from-sm">
                {person.shift ? (
                  <>
                    <At at={person.shift.from} /> – <At at={person.shift.to} />
                  </>
                ) : (
                  words.noShift
                )}
              </td>
              <td className="mantine-visible-from-md">{person.workstations}</td>
              <td>
                <ActionIcon
                  variant="subtle"
                  aria-label={voice.fill(forget.button, { name: person.name })}
                  onClick={() => setLeaving(person)}
                >
                  <IconTrash size={18} aria-hidden />
                </ActionIcon>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {leaving && <ForgetDialog person={leaving} onClose={() => setLeaving(undefined)} />}
    </div>
  );
}

function ForgetDialog({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const voice = useVoice();
  const { forget: words } = voice.words.people;
  const toast = useToast();
  const { name } = person;
  const remove = useCall(consoleRoutes.removePerson, [keys.people, keys.triage, keys.audit]);
  const onSuccess = () => {
    onClose();
    toast.done(voice.fill(words.done, { name }));
  };
  return (
    <FormDialog
      title={voice.fill(words.title, { name })}
      onClose={onClose}
      onSubmit={() => remove.mutate({ params: { id: person.id } }, { onSuccess })}
      submit={words.submit}
      danger
      pending={remove.isPending}
      error={remove.error}
    >
      <Text size="sm">{voice.count(words.what, person.workstations)}</Text>
    </FormDialog>
  );
}
