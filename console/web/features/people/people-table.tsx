import { ActionIcon, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { PersonView } from '../../../../shared/protocol/people-routes.ts';
import { languageNames } from '../../../../shared/words/language.ts';
import { keys } from '../../keys.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { At } from '../../parts/time.tsx';
import { toastDone } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';
import { plural } from '../../parts/words.ts';
import { programsQuery } from '../programs/queries.ts';

export function PeopleTable({ rows, stale }: { rows: readonly PersonView[]; stale: boolean }) {
  const { data } = useQuery(programsQuery);
  const [leaving, setLeaving] = useState<PersonView>();
  const nameOf = (id: string) => data?.rows.find((program) => program.id === id)?.name ?? id;
  return (
    <div className="panel" style={{ padding: 0 }}>
      <table className="table" data-stale={stale || undefined}>
        <caption className="unseen">People, by name</caption>
        <thead>
          <tr>
            <th>Person</th>
            <th className="mantine-visible-from-sm">Programs</th>
            <th className="mantine-visible-from-md">Language and time zone</th>
            <th className="mantine-visible-from-sm">Shift</th>
            <th className="mantine-visible-from-md">PCs</th>
            <th style={{ width: 60 }}>
              <span className="unseen">Actions</span>
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
              <td className="mantine-visible-from-sm">{person.programs.map(nameOf).join(', ') || '–'}</td>
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
                  'None known'
                )}
              </td>
              <td className="mantine-visible-from-md">{person.workstations}</td>
              <td>
                <ActionIcon variant="subtle" aria-label={`Forget ${person.name}`} onClick={() => setLeaving(person)}>
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
  const remove = useCall(consoleRoutes.removePerson, [keys.people, keys.triage, keys.audit]);
  const onSuccess = () => {
    onClose();
    toastDone(`${person.name} is forgotten.`);
  };
  return (
    <FormDialog
      title={`Forget ${person.name}?`}
      onClose={onClose}
      onSubmit={() => remove.mutate({ params: { id: person.id } }, { onSuccess })}
      submit="Forget"
      danger
      pending={remove.isPending}
      error={remove.error}
    >
      <Text size="sm">
        Their shifts go with them; {plural(person.workstations, 'workstation')} of theirs and the audit stay. An import
        brings them back.
      </Text>
    </FormDialog>
  );
}
