import { Text } from '@mantine/core';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { keys } from '../../keys.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useCall } from '../../parts/use-call.ts';
import { ShownOnce } from './shown-once.tsx';

export function ResetDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const reset = useCall(consoleRoutes.resetOperator, [keys.operators, keys.sessions, keys.audit]);
  if (reset.data) {
    return (
      <ShownOnce
        title={`New password for ${name}`}
        about="Send this link to them. With it they choose a new password, once."
        label="Link"
        value={reset.data.link}
        expiresAt={reset.data.expiresAt}
        onClose={onClose}
      />
    );
  }
  return (
    <FormDialog
      title={`New password for ${name}?`}
      onClose={onClose}
      onSubmit={() => reset.mutate({ params: { name } })}
      submit="Make the link"
      danger
      pending={reset.isPending}
      error={reset.error}
    >
      <Text size="sm">
        Their password, passkeys and authenticator app stop working now, and their sessions end. Be sure that it is{' '}
        {name} who asks for it.
      </Text>
    </FormDialog>
  );
}
