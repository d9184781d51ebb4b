import { Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { ReplyOf } from '../../../../shared/protocol/route.ts';
import type { ProgramView } from '../../../../shared/protocol/views.ts';
import { keys } from '../../keys.ts';
import { Copyable } from '../../parts/copyable.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { Phrase, useVoice } from '../../parts/speech.tsx';
import { Until } from '../../parts/time.tsx';
import { useCall } from '../../parts/use-call.ts';

interface CodeDialogProps {
  program: ProgramView;
  onClose: () => void;
}

const lifetimes = ['1h', '1d', '7d', '30d'] as const;

/** Makes an enrolment code and shows it, once. */
export function CodeDialog({ program, onClose }: CodeDialogProps) {
  const [person, setPerson] = useState('');
  const [uses, setUses] = useState('1');
  const [validFor, setValidFor] = useState('7d');
  const [approval, setApproval] = useState(false);
  const voice = useVoice();
  const { code: words, card } = voice.words.programs;
  const create = useCall(consoleRoutes.createCode, [keys.audit, keys.codes]);
  if (create.data) return <MadeCode made={create.data} uses={Number(uses)} onClose={onClose} />;
  const body = { program: program.id, person: person || undefined, uses: Number(uses), validFor, approval };
  return (
    <FormDialog
      title={voice.fill(card.enrolFor, { program: program.name })}
      onClose={onClose}
      onSubmit={() => create.mutate({ body })}
      submit={words.make}
      pending={create.isPending}
      error={create.error}
    >
      <TextInput
        label={words.person}
        description={words.personIs}
        data-autofocus
        maxLength={120}
        value={person}
        onChange={(event) => setPerson(event.currentTarget.value)}
      />
      <Group grow align="flex-start">
        <TextInput
          type="number"
          label={words.pcs}
          min={1}
          max={10_000}
          required
          value={uses}
          onChange={(event) => setUses(event.currentTarget.value)}
        />
        <NativeSelect
          label={words.validFor}
          data={lifetimes.map((value) => ({ value, label: words.lifetimes[value] }))}
          value={validFor}
          onChange={(event) => setValidFor(event.currentTarget.value)}
        />
      </Group>
      <Checkbox
        label={words.approval}
        description={words.approvalAbout}
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
  const voice = useVoice();
  const { code: words } = voice.words.programs;
  return (
    <Dialog title={words.made} onClose={onClose}>
      <Stack>
        <Text size="sm">{words.shownOnce}</Text>
        <Copyable label={words.typed} value={code} large />
        <Copyable label={words.link} value={link} />
        <Copyable label={words.command} value={`shiftgate-agent enrol '${link}'`} />
        <Text size="sm" c="dimmed" component="div">
          <Phrase
            text={voice.form(words.goodFor, uses)}
            with={{ count: voice.number(uses), time: <Until at={expiresAt} /> }}
          />
        </Text>
        <Group justify="flex-end">
          <Button onClick={onClose}>{words.done}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
