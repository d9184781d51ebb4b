import { ActionIcon, Button, Fieldset, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { ProgramView } from '../../../../shared/protocol/views.ts';
import { keys } from '../../keys.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { toastDone } from '../../parts/toast.tsx';
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
  const put = useCall(consoleRoutes.putProgram, [keys.programs, keys.audit]);
  const change = (key: number, part: Partial<Origin>) =>
    setOrigins(origins.map((origin) => (origin.key === key ? { ...origin, ...part } : origin)));
  const onSuccess = () => {
    onClose();
    toastDone(program ? `Saved ${name}.` : `Created ${name}. Its policy is the starter policy.`);
  };
  const body = { name, origins: origins.map(({ origin, upstream }) => ({ origin, upstream })) };
  return (
    <FormDialog
      title={program ? `Edit ${program.name}` : 'New program'}
      onClose={onClose}
      onSubmit={() => put.mutate({ params: { id }, body }, { onSuccess })}
      submit={program ? 'Save' : 'Create program'}
      pending={put.isPending}
      error={put.error}
    >
      <TextInput
        label="Name"
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
          label="Id"
          description="Used in policies, links and commands; it stays for good."
          required
          pattern="[a-z0-9][a-z0-9\-]{0,39}"
          title="Lower-case letters, digits and hyphens, at most 40"
          value={id}
          onChange={(event) => setId(event.currentTarget.value)}
        />
      )}
      <Fieldset legend="CRM addresses">
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            Browsers open the first address; the gate fetches the CRM from the second.
          </Text>
          {origins.map(({ key, origin, upstream }, index) => (
            <Group key={key} gap="xs" align="flex-end" wrap="nowrap">
              <Stack gap={6} flex={1}>
                <TextInput
                  type="url"
                  label={`Address ${index + 1}`}
                  placeholder="https://crm.example.com"
                  required
                  value={origin}
                  onChange={(event) => change(key, { origin: event.currentTarget.value })}
                />
                <TextInput
                  type="url"
                  label="Fetched from"
                  placeholder="http://10.0.0.5:8080"
                  required
                  value={upstream}
                  onChange={(event) => change(key, { upstream: event.currentTarget.value })}
                />
              </Stack>
              {origins.length > 1 && (
                <ActionIcon
                  aria-label={`Remove address ${index + 1}`}
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
            Another address
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
