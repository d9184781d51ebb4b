import { Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { call } from '../../api.ts';
import { keys } from '../../keys.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { useToast } from '../../parts/toast.tsx';
import { sayBrowser } from './browser-words.ts';
import { isTurnedDown, makePasskey } from './passkey.ts';

/** Names a passkey and has the device make it. */
export function PasskeyDialog({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const voice = useVoice();
  const toast = useToast();
  const { account: words, name: label } = voice.words.signIn;
  const [name, setName] = useState(() => sayBrowser(navigator.userAgent, voice));
  const add = useMutation({
    mutationFn: async () => call(consoleRoutes.addPasskey, { body: { name, ...(await makePasskey()) } }),
    onSuccess: () => {
      for (const queryKey of [keys.account, keys.session, keys.sessions]) void client.invalidateQueries({ queryKey });
      onClose();
      toast.done(voice.fill(words.passkeyAdded, { name }));
    },
  });
  return (
    <FormDialog
      title={words.addPasskey}
      onClose={onClose}
      onSubmit={() => add.mutate()}
      submit={words.goOn}
      disabled={name.trim() === ''}
      pending={add.isPending}
      error={isTurnedDown(add.error) ? null : add.error}
    >
      <Text size="sm">{words.passkeyHow}</Text>
      <TextInput
        label={label}
        description={words.passkeyName}
        data-autofocus
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
