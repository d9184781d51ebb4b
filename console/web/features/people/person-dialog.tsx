import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { PersonView, PersonWanted } from '../../../../shared/protocol/people-routes.ts';
import type { Refused } from '../../api.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { useToast } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';
import { PlaceFields, WhereaboutsFields } from './person-fields.tsx';
import { peopleKeys } from './queries.ts';

interface PersonDialogProps {
  /** Absent: somebody new. */
  person?: PersonView;
  onClose: () => void;
}

/** What is known about somebody, written by hand. A field that the console does not take says why. */
export function PersonDialog({ person, onClose }: PersonDialogProps) {
  const voice = useVoice();
  const { person: words } = voice.words.people;
  const [draft, setDraft] = useState(() => draftOf(person));
  const { save, pending, error } = useSave(person, onClose);
  const change = (part: Partial<PersonWanted>) => setDraft({ ...draft, ...part });
  const fault = error?.fault;
  const problemOf = (column: string) => (fault?.field === column ? voice.phrase(fault.problem) : undefined);
  const isBeside = fault !== undefined && columns.includes(fault.field);
  return (
    <FormDialog
      title={person ? voice.fill(words.edit, { name: person.name }) : words.add}
      onClose={onClose}
      onSubmit={() => save(draft)}
      submit={person ? words.save : words.create}
      pending={pending}
      error={isBeside ? null : error}
    >
      <TextInput
        label={words.name}
        description={person ? words.nameFollowed : words.nameFinds}
        error={problemOf('name')}
        data-autofocus
        required
        maxLength={120}
        value={draft.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <TextInput
        label={words.externalId}
        description={words.externalIdAbout}
        error={problemOf('external id')}
        maxLength={120}
        value={draft.externalId}
        onChange={(event) => change({ externalId: event.currentTarget.value })}
      />
      <WhereaboutsFields draft={draft} onChange={change} problemOf={problemOf} />
      <PlaceFields draft={draft} onChange={change} problemOf={problemOf} />
    </FormDialog>
  );
}

/** As the console calls the fields when it refuses one. */
const columns: readonly string[] = ['name', 'external id', 'language', 'time zone', 'programs', 'groups'];

function draftOf(person: PersonView | undefined): PersonWanted {
  return {
    name: person?.name ?? '',
    externalId: person?.externalId ?? '',
    language: person?.language ?? '',
    timeZone: person?.timeZone ?? '',
    programs: person?.programs ?? [],
    groups: person?.groups.map(({ name }) => name) ?? [],
  };
}

interface Save {
  save: (draft: PersonWanted) => void;
  pending: boolean;
  error: Refused | null;
}

function useSave(person: PersonView | undefined, onClose: () => void): Save {
  const voice = useVoice();
  const { person: words } = voice.words.people;
  const toast = useToast();
  const add = useCall(consoleRoutes.addPerson, peopleKeys);
  const put = useCall(consoleRoutes.changePerson, peopleKeys);
  const remove = useCall(consoleRoutes.removePerson, peopleKeys);
  const done = (text: string, name: string, undo: () => Promise<unknown>) => {
    onClose();
    toast.done(voice.fill(text, { name }), undo);
  };
  const save = (draft: PersonWanted) => {
    const name = draft.name.trim();
    if (!person) {
      const onSuccess = ({ id }: { id: string }) =>
        done(words.added, name, () => remove.mutateAsync({ params: { id } }));
      return add.mutate({ body: draft }, { onSuccess });
    }
    const params = { id: person.id };
    const onSuccess = () => done(words.saved, name, () => put.mutateAsync({ params, body: draftOf(person) }));
    return put.mutate({ params, body: draft }, { onSuccess });
  };
  return { save, pending: add.isPending || put.isPending, error: add.error ?? put.error };
}
