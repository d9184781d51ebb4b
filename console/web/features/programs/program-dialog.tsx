import { ActionIcon, Button, Fieldset, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { ProgramView } from '../../../../shared/protocol/views.ts';
import { keys } from '../../keys.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { useToast } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';

interface ProgramDialogProps {
  /** Absent: a new one. */
  program?: ProgramView;
  onClose: () => void;
}

interface Origin {
  key: number;
  origin: string;
  upstream: string;
}

export function ProgramDialog({ program, onClose }: ProgramDialogProps) {
  const [id, setId] = useState(program?.id ?? '');
  const [name, setName] = useState(program?.name ?? '');
  const [origins, setOrigins] = useState<Origin[]>(() =>
    (program?.origins ?? [{ origin: '', upstream: '' }]).map((origin, key) => ({ ...origin, key })),
  );
  const voice = useVoice();
  const { edit: words, ...rest } = voice.words.programs;
  const toast = useToast();
  const put = useCall(consoleRoutes.putProgram, [keys.programs, keys.audit]);
  const change = (key: number, part: Partial<Origin>) =>
    setOrigins(origins.map((origin) => (origin.key === key ? { ...origin, ...part } : origin)));
  const onSuccess = () => {
    onClose();
    toast.done(voice.fill(program ? words.saved : words.created, { program: name }));
  };
  const body = { name, origins: origins.map(({ origin, upstream }) => ({ origin, upstream })) };
  return (
    <FormDialog
      title={program ? voice.fill(rest.card.editOne, { program: program.name }) : rest.add}
      onClose={onClose}
      onSubmit={() => put.mutate({ params: { id }, body }, { onSuccess })}
      submit={program ? words.save : words.create}
      pending={put.isPending}
      error={put.error}
    >
      <TextInput
        label={words.name}
        data-autofocus
        required
        maxLength={80}
        value={name}
        onChange={(event) => {
          setName(event.currentTarget.value);
          if (!program) setId(idFor(event.currentTarget.value));
        }}
      />
      {!program && (
        <TextInput
          label={words.id}
          description={words.idIsFor}
          required
          pattern="[a-z0-9][a-z0-9\-]{0,39}"
          title={words.idPattern}
          value={id}
          onChange={(event) => setId(event.currentTarget.value)}
        />
      )}
      <Fieldset legend={words.addresses}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {words.addressesAbout}
          </Text>
          {origins.map(({ key, origin, upstream }, index) => (
            <Group key={key} gap="xs" align="flex-end" wrap="nowrap">
              <Stack gap={6} flex={1}>
                <TextInput
                  type="url"
                  label={voice.fill(words.address, { number: index + 1 })}
                  placeholder="https://crm.example.com"
                  required
                  value={origin}
                  onChange={(event) => change(key, { origin: event.currentTarget.value })}
                />
                <TextInput
                  type="url"
                  label={words.upstream}
                  placeholder="http://10.0.0.5:8080"
                  required
                  value={upstream}
                  onChange={(event) => change(key, { upstream: event.currentTarget.value })}
                />
              </Stack>
              {origins.length > 1 && (
                <ActionIcon
                  aria-label={voice.fill(words.removeAddress, { number: index + 1 })}
                  onClick={() => setOrigins(origins.filter((one) => one.key !== key))}
                >
                  <IconTrash size={18} aria-hidden />
                </ActionIcon>
              )}
            </Group>
          ))}
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setOrigins([...origins, { key: Date.now(), origin: '', upstream: '' }])}
          >
            {words.another}
          </Button>
        </Stack>
      </Fieldset>
    </FormDialog>
  );
}

/** `Aurora Insurance` gives `aurora-insurance`. */
function idFor(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
}
