import { Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { call } from '../../api.ts';
import { keys } from '../../keys.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { toastDone } from '../../parts/toast.tsx';
import { sayBrowser } from './browser-words.ts';
import { isTurnedDown, makePasskey } from './passkey.ts';

/** Names a passkey and has the device make it. */
export function PasskeyDialog({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const [name, setName] = useState(sayBrowser(navigator.userAgent));
  const add = useMutation({
    mutationFn: async () => call(consoleRoutes.addPasskey, { body: { name, ...(await makePasskey()) } }),
    onSuccess: () => {
      for (const queryKey of [keys.account, keys.session, keys.sessions]) void client.invalidateQueries({ queryKey });
      onClose();
      toastDone(`The passkey ${name} is added.`);
    },
  });
  return (
    <FormDialog
      title="Add a passkey"
      onClose={onClose}
      onSubmit={() => add.mutate()}
      submit="Go on"
      disabled={name.trim() === ''}
      pending={add.isPending}
      error={isTurnedDown(add.error) ? null : add.error}
    >
      <Text size="sm">Your browser asks for a fingerprint, a face, a PIN or a security key. It keeps the passkey.</Text>
      <TextInput
        label="Name"
        description="So that you know it again among others."
        data-autofocus
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
