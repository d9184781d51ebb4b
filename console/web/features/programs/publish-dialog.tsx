import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { ProgramView } from '../../../../shared/protocol/views.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { bySeverity } from '../../parts/severity.ts';
import type { useCall } from '../../parts/use-call.ts';
import { plural } from '../../parts/words.ts';

interface PublishDialogProps {
  program: ProgramView;
  publish: ReturnType<typeof useCall<typeof consoleRoutes.putPolicy>>;
  onPublish: (note: string) => void;
  onClose: () => void;
}

/** Says to how many the policy applies before it does. */
export function PublishDialog({ program, publish, onPublish, onClose }: PublishDialogProps) {
  const [note, setNote] = useState('');
  const total = bySeverity.reduce((sum, access) => sum + program.counts[access], 0);
  return (
    <FormDialog
      title={`Publish version ${program.policyVersion + 1} for ${program.name}?`}
      onClose={onClose}
      onSubmit={() => onPublish(note)}
      submit="Publish"
      pending={publish.isPending}
      error={publish.error}
    >
      <Text size="sm">
        It applies at once to {plural(total, 'workstation')}: whoever fails a check that locks loses the CRM within a
        second.
      </Text>
      <TextInput
        label="Note"
        description="What changed and why; it stays with the version."
        data-autofocus
        maxLength={300}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
