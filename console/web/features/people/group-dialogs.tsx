import { NativeSelect, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { PeopleGroupView } from '../../../../shared/protocol/people-routes.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { useToast } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';
import { programsQuery } from '../programs/queries.ts';
import { peopleKeys } from './queries.ts';

interface GroupDialogProps {
  /** Absent: a new one. */
  group?: PeopleGroupView;
  onClose: () => void;
}

/** Name of a group, and the program that it belongs to. */
export function GroupDialog({ group, onClose }: GroupDialogProps) {
  const voice = useVoice();
  const { groups: words } = voice.words.people;
  const [name, setName] = useState(group?.name ?? '');
  const [program, setProgram] = useState(group?.program ?? '');
  const { save, pending, error } = useSave(group, onClose);
  const { data: programs } = useQuery(programsQuery);
  const fault = error?.fault;
  const nameProblem = fault?.field === 'name' ? voice.phrase(fault.problem) : undefined;
  return (
    <FormDialog
      title={group ? voice.fill(words.editOne, { name: group.name }) : words.add}
      onClose={onClose}
      onSubmit={() => save({ name: name.trim(), program: program || undefined })}
      submit={group ? words.save : words.create}
      pending={pending}
      error={nameProblem === undefined ? error : null}
    >
      <TextInput
        label={words.name}
        error={nameProblem}
        data-autofocus
        required
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NativeSelect
        label={words.program}
        description={words.programAbout}
        value={program}
        data={[
          { value: '', label: words.everyProgram },
          ...(programs?.rows.map(({ id, name: label }) => ({ value: id, label })) ?? []),
        ]}
        onChange={(event) => setProgram(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

interface Wanted {
  name: string;
  program: string | undefined;
}

function useSave(group: PeopleGroupView | undefined, onClose: () => void) {
  const voice = useVoice();
  const { groups: words } = voice.words.people;
  const toast = useToast();
  const add = useCall(consoleRoutes.addGroup, peopleKeys);
  const put = useCall(consoleRoutes.changeGroup, peopleKeys);
  const remove = useCall(consoleRoutes.removeGroup, peopleKeys);
  const done = (text: string, name: string, undo: () => Promise<unknown>) => {
    onClose();
    toast.done(voice.fill(text, { name }), undo);
  };
  const save = (body: Wanted) => {
    const { name } = body;
    if (!group) {
      const onSuccess = ({ id }: { id: string }) =>
        done(words.added, name, () => remove.mutateAsync({ params: { id } }));
      return add.mutate({ body }, { onSuccess });
    }
    const params = { id: group.id };
    const before = { name: group.name, program: group.program };
    const onSuccess = () => done(words.saved, name, () => put.mutateAsync({ params, body: before }));
    return put.mutate({ params, body }, { onSuccess });
  };
  return { save, pending: add.isPending || put.isPending, error: add.error ?? put.error };
}

interface RemoveGroupDialogProps {
  group: PeopleGroupView;
  onClose: () => void;
}

export function RemoveGroupDialog({ group, onClose }: RemoveGroupDialogProps) {
  const voice = useVoice();
  const { groups: words } = voice.words.people;
  const toast = useToast();
  const { id, name, program } = group;
  const remove = useCall(consoleRoutes.removeGroup, peopleKeys);
  const add = useCall(consoleRoutes.addGroup, peopleKeys);
  const onSuccess = ({ people }: { people: string[] }) => {
    onClose();
    toast.done(voice.fill(words.removed, { name }), () => add.mutateAsync({ body: { name, program, people } }));
  };
  return (
    <FormDialog
      title={voice.fill(words.removeTitle, { name })}
      onClose={onClose}
      onSubmit={() => remove.mutate({ params: { id } }, { onSuccess })}
      submit={words.remove}
      danger
      pending={remove.isPending}
      error={remove.error}
    >
      <Text size="sm">{voice.count(words.removeWhat, group.people)}</Text>
    </FormDialog>
  );
}
