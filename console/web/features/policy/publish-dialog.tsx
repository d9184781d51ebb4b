import { NativeSelect, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { ProgramView } from '../../../../shared/protocol/views.ts';
import { keys } from '../../keys.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { bySeverity } from '../../parts/severity.ts';
import { toastDone } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';
import { plural } from '../../parts/words.ts';
import type { Draft } from './use-policy-draft.ts';

const shares = [
  { value: '1', label: '1 % first' },
  { value: '5', label: '5 % first' },
  { value: '10', label: '10 % first' },
  { value: '25', label: '25 % first' },
  { value: '50', label: '50 % first' },
  { value: '100', label: 'Everybody at once' },
];
const limits = ['5', '10', '20', '50'].map((value) => ({ value, label: `more than ${value} % of them` }));

interface PublishDialogProps {
  program: ProgramView;
  draft: Draft;
  onClose: () => void;
}

/** Says what it will do and to how many, before it does. */
export function PublishDialog({ program, draft, onClose }: PublishDialogProps) {
  const [note, setNote] = useState('');
  const [share, setShare] = useState('10');
  const [lockLimit, setLockLimit] = useState('10');
  const publish = useCall(consoleRoutes.putPolicy, [
    keys.programs,
    keys.policy(program.id),
    keys.versions(program.id),
    keys.audit,
  ]);
  const total = bySeverity.reduce((sum, access) => sum + program.counts[access], 0);
  const about = Math.max(Math.round((total * Number(share)) / 100), total > 0 ? 1 : 0);
  const send = () => {
    const body = { text: draft.text, note, share: Number(share), lockLimit: Number(lockLimit) };
    publish.mutate(
      { params: { id: program.id }, body },
      {
        onSuccess({ version, state }) {
          draft.published(version);
          onClose();
          toastDone(outcome[state](version, share));
        },
      },
    );
  };
  return (
    <FormDialog
      title={`Publish for ${program.name}?`}
      onClose={onClose}
      onSubmit={send}
      submit={share === '100' ? 'Publish for everybody' : `Publish for ${share} %`}
      pending={publish.isPending}
      error={publish.error}
    >
      <NativeSelect
        label="Whom it applies to"
        data={shares}
        value={share}
        onChange={(event) => setShare(event.currentTarget.value)}
      />
      {share !== '100' && (
        <NativeSelect
          label="It stops by itself when it has locked"
          data={limits}
          value={lockLimit}
          onChange={(event) => setLockLimit(event.currentTarget.value)}
        />
      )}
      <Text size="sm">
        {share === '100'
          ? `It applies at once to ${plural(total, 'workstation')}: whoever fails a check that locks loses the CRM within a second.`
          : `It applies at once to about ${about.toLocaleString('en')} of ${plural(total, 'workstation')}; the others keep version ${program.policyVersion}. You widen it when you have seen enough.`}
      </Text>
      {program.rollout && (
        <Text size="sm">Version {program.rollout.version}, which is still on its way, is taken back by it.</Text>
      )}
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

const outcome = {
  published: (version: number) => `Version ${version} of the policy is in force.`,
  staged: (version: number, share: string) => `Version ${version} applies to ${share} % of the workstations.`,
  'awaiting-approval': (version: number) => `Version ${version} is weaker and waits for a second person.`,
} as const;
