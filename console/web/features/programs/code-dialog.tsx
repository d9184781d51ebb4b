import { Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { ReplyOf } from '../../../../shared/protocol/route.ts';
import type { ProgramView } from '../../../../shared/protocol/views.ts';
import { keys } from '../../keys.ts';
import { Copyable } from '../../parts/copyable.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { Until } from '../../parts/time.tsx';
import { useCall } from '../../parts/use-call.ts';

interface CodeDialogProps {
  program: ProgramView;
  onClose: () => void;
}

const lifetimes = [
  { value: '1h', label: '1 hour' },
  { value: '1d', label: '1 day' },
  { value: '7d', label: '7 days' },
  { value: '30d', label: '30 days' },
];

/** Makes an enrolment code and shows it, once. */
export function CodeDialog({ program, onClose }: CodeDialogProps) {
  const [person, setPerson] = useState('');
  const [uses, setUses] = useState('1');
  const [validFor, setValidFor] = useState('7d');
  const [approval, setApproval] = useState(false);
  const create = useCall(consoleRoutes.createCode, [keys.audit, keys.codes]);
  if (create.data) return <MadeCode made={create.data} uses={Number(uses)} onClose={onClose} />;
  const body = { program: program.id, person: person || undefined, uses: Number(uses), validFor, approval };
  return (
    <FormDialog
      title={`Enrol a PC for ${program.name}`}
      onClose={onClose}
      onSubmit={() => create.mutate({ body })}
      submit="Make the code"
      pending={create.isPending}
      error={create.error}
    >
      <TextInput
        label="Person"
        description="Who will work on the PC. Leave it empty for a code that several people use."
        data-autofocus
        maxLength={120}
        value={person}
        onChange={(event) => setPerson(event.currentTarget.value)}
      />
      <Group grow align="flex-start">
        <TextInput
          type="number"
          label="Number of PCs"
          min={1}
          max={10_000}
          required
          value={uses}
          onChange={(event) => setUses(event.currentTarget.value)}
        />
        <NativeSelect
          label="Valid for"
          data={lifetimes}
          value={validFor}
          onChange={(event) => setValidFor(event.currentTarget.value)}
        />
      </Group>
      <Checkbox
        label="Each PC waits for approval"
        description="It stays locked until somebody approves it here."
        checked={approval}
        onChange={(event) => setApproval(event.currentTarget.checked)}
      />
    </FormDialog>
  );
}

interface MadeCodeProps {
  made: ReplyOf<typeof consoleRoutes.createCode>;
  uses: number;
  onClose: () => void;
}

function MadeCode({ made: { code, link, expiresAt }, uses, onClose }: MadeCodeProps) {
  return (
    <Dialog title="Enrolment code" onClose={onClose}>
      <Stack>
        <Text size="sm">
          Send one of these to the person. They are shown only now: the console keeps no readable copy.
        </Text>
        <Copyable label="Code, to be typed" value={code} large />
        <Copyable label="Link, to be opened on the PC" value={link} />
        <Copyable label="Command, for a PC without a window" value={`shiftgate-agent enrol '${link}'`} />
        <Text size="sm" c="dimmed" component="div">
          Good for {uses === 1 ? 'one PC' : `${uses} PCs`}, until <Until at={expiresAt} />
        </Text>
        <Group justify="flex-end">
          <Button onClick={onClose}>Done</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
