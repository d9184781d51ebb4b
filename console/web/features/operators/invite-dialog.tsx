import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { keys } from '../../keys.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { useCall } from '../../parts/use-call.ts';
import { noRights, RightsFields, toBody } from './rights-fields.tsx';
import { ShownOnce } from './shown-once.tsx';

export function InviteDialog({ onClose }: { onClose: () => void }) {
  const voice = useVoice();
  const { invite: words, makeLink, shownOnce } = voice.words.operators;
  const [name, setName] = useState('');
  const [rights, setRights] = useState(noRights);
  const invite = useCall(consoleRoutes.invite, [keys.operators, keys.audit]);
  if (invite.data) {
    return (
      <ShownOnce
        title={voice.fill(words.made, { name })}
        about={words.madeAbout}
        label={shownOnce.link}
        value={invite.data.link}
        expiresAt={invite.data.expiresAt}
        onClose={onClose}
      />
    );
  }
  return (
    <FormDialog
      title={words.title}
      onClose={onClose}
      onSubmit={() => invite.mutate({ body: { name, ...toBody(rights) } })}
      submit={makeLink}
      disabled={name.trim() === ''}
      pending={invite.isPending}
      error={invite.error}
    >
      <TextInput
        label={words.name}
        description={words.nameAbout}
        data-autofocus
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <RightsFields value={rights} onChange={setRights} />
    </FormDialog>
  );
}
