import { useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { keys } from '../../keys.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { PasswordField } from '../../parts/password-field.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { useToast } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';
import { NewPasswordField, shortestPassword } from './new-password-field.tsx';

export function PasswordDialog({ onClose }: { onClose: () => void }) {
  const words = useVoice().words.signIn.account;
  const toast = useToast();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const change = useCall(consoleRoutes.changePassword, [keys.sessions, keys.audit]);
  const onSuccess = () => {
    onClose();
    toast.done(words.passwordChanged);
  };
  return (
    <FormDialog
      title={words.changePassword}
      onClose={onClose}
      onSubmit={() => change.mutate({ body: { current, password } }, { onSuccess })}
      submit={words.change}
      disabled={password.length < shortestPassword}
      pending={change.isPending}
      error={change.error}
    >
      <PasswordField
        label={words.passwordNow}
        autoComplete="current-password"
        data-autofocus
        required
        withAsterisk={false}
        value={current}
        onChange={(event) => setCurrent(event.currentTarget.value)}
      />
      <NewPasswordField label={words.newPassword} value={password} onChange={setPassword} />
    </FormDialog>
  );
}
