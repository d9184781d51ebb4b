import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { OperatorView } from '../../../../shared/protocol/operator-routes.ts';
import { keys } from '../../keys.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { useToast } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';
import { RightsFields, toBody } from './rights-fields.tsx';

/** Rights of an operator, and whether they may sign in at all; what was before can be brought back. */
export function ChangeDialog({ operator, onClose }: { operator: OperatorView; onClose: () => void }) {
  const voice = useVoice();
  const { change: words } = voice.words.operators;
  const toast = useToast();
  const { name } = operator;
  const before = { role: operator.role, programs: operator.programs ?? [] };
  const wasDisabled = operator.state === 'disabled';
  const [rights, setRights] = useState(before);
  const [disabled, setDisabled] = useState(wasDisabled);
  const change = useCall(consoleRoutes.changeOperator, [keys.operators, keys.sessions, keys.audit]);
  const onSuccess = () => {
    onClose();
    const undo = () => change.mutate({ params: { name }, body: { ...toBody(before), disabled: wasDisabled } });
    toast.done(voice.fill(words.done, { name }), undo);
  };
  return (
    <FormDialog
      title={voice.fill(words.title, { name })}
      onClose={onClose}
      onSubmit={() => change.mutate({ params: { name }, body: { ...toBody(rights), disabled } }, { onSuccess })}
      submit={words.submit}
      pending={change.isPending}
      error={change.error}
    >
      <RightsFields value={rights} onChange={setRights} />
      <Checkbox
        label={words.disabled}
        description={words.disabledAbout}
        checked={disabled}
        onChange={(event) => setDisabled(event.currentTarget.checked)}
      />
    </FormDialog>
  );
}
