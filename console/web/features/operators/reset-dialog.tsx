import { Text } from '@mantine/core';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { keys } from '../../keys.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { useCall } from '../../parts/use-call.ts';
import { ShownOnce } from './shown-once.tsx';

export function ResetDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const voice = useVoice();
  const { reset: words, makeLink, shownOnce } = voice.words.operators;
  const reset = useCall(consoleRoutes.resetOperator, [keys.operators, keys.sessions, keys.audit]);
  if (reset.data) {
    return (
      <ShownOnce
        title={voice.fill(words.made, { name })}
        about={words.madeAbout}
        label={shownOnce.link}
        value={reset.data.link}
        expiresAt={reset.data.expiresAt}
        onClose={onClose}
      />
    );
  }
  return (
    <FormDialog
      title={voice.fill(words.title, { name })}
      onClose={onClose}
      onSubmit={() => reset.mutate({ params: { name } })}
      submit={makeLink}
      danger
      pending={reset.isPending}
      error={reset.error}
    >
      <Text size="sm">{voice.fill(words.about, { name })}</Text>
    </FormDialog>
  );
}
