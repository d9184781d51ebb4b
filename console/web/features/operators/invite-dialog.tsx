import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { keys } from '../../keys.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useCall } from '../../parts/use-call.ts';
import { noRights, RightsFields, toBody } from './rights-fields.tsx';
import { ShownOnce } from './shown-once.tsx';

export function InviteDialog({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('');
  const [rights, setRights] = useState(noRights);
  const invite = useCall(consoleRoutes.invite, [keys.operators, keys.audit]);
  if (invite.data) {
    return (
      <ShownOnce
        title={`Invitation for ${name}`}
        about="Send this link to them. With it they choose a password, once."
        label="Link"
        value={invite.data.link}
        expiresAt={invite.data.expiresAt}
        onClose={onClose}
      />
    );
  }
  return (
    <FormDialog
      title="Invite somebody"
      onClose={onClose}
      onSubmit={() => invite.mutate({ body: { name, ...toBody(rights) } })}
      submit="Make the link"
      disabled={name.trim() === ''}
      pending={invite.isPending}
      error={invite.error}
    >
      <TextInput
        label="Name"
        description="They sign in with it, and it stands beside everything they do."
        data-autofocus
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <RightsFields value={rights} onChange={setRights} />
    </FormDialog>
  );
}
