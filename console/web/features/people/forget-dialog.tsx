import { Text } from '@mantine/core';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { PersonView } from '../../../../shared/protocol/people-routes.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { useToast } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';
import { peopleKeys } from './queries.ts';

export function ForgetDialog({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const voice = useVoice();
  const { forget: words } = voice.words.people;
  const toast = useToast();
  const { name } = person;
  const remove = useCall(consoleRoutes.removePerson, peopleKeys);
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
