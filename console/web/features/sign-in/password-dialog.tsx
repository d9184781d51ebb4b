import { PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { keys } from '../../keys.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { toastDone } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';
import { NewPasswordField, shortestPassword } from './new-password-field.tsx';

export function PasswordDialog({ onClose }: { onClose: () => void }) {
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const change = useCall(consoleRoutes.changePassword, [keys.sessions, keys.audit]);
  const onSuccess = () => {
    onClose();
    toastDone('The password is changed. Your other sessions have ended.');
  };
  return (
    <FormDialog
      title="Change the password"
      onClose={onClose}
      onSubmit={() => change.mutate({ body: { current, password } }, { onSuccess })}
      submit="Change"
      disabled={password.length < shortestPassword}
      pending={change.isPending}
      error={change.error}
    >
      <PasswordInput
        label="Password until now"
        autoComplete="current-password"
        data-autofocus
        required
        withAsterisk={false}
        value={current}
        onChange={(event) => setCurrent(event.currentTarget.value)}
      />
      <NewPasswordField label="New password" value={password} onChange={setPassword} />
    </FormDialog>
  );
}
