import { Button, Group, NativeSelect, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { SingleSignOn } from '../../../../shared/protocol/operator-routes.ts';
import { Role, roleWords } from '../../../../shared/protocol/rights.ts';
import { keys } from '../../keys.ts';
import { Copyable } from '../../parts/copyable.tsx';
import { Panel } from '../../parts/page.tsx';
import { Failed, Refusal, Waiting } from '../../parts/states.tsx';
import { toastDone, toastFailed } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';
import { singleSignOnQuery } from './queries.ts';

const touched = [keys.singleSignOn, keys.audit];

/** The company's own identity provider. */
export function SingleSignOnPanel() {
  const { data, error, refetch } = useQuery(singleSignOnQuery);
  if (!data) return error ? <Failed error={error} retry={() => void refetch()} /> : <Waiting lines={4} />;
  return (
    <Panel title="Single sign-on">
      <Stack maw={680}>
        <Text size="sm">
          Any provider that speaks OpenID Connect, such as Entra ID, Okta, Google or Keycloak. Register the console
          there as a web application with this address to return to:
        </Text>
        <Copyable label="Redirect address" value={data.redirectUri} />
        <SettingsForm settings={data.settings} />
      </Stack>
    </Panel>
  );
}

const empty: SingleSignOn = {
  ...{ name: '', issuer: '', clientId: '', claim: 'groups' },
  roles: [{ value: '', role: 'helpdesk' }],
};

function SettingsForm({ settings }: { settings: SingleSignOn | undefined }) {
  const [form, setForm] = useState(settings ?? empty);
  const [lines, setLines] = useState(() => form.roles.map((rule, id): Line => ({ ...rule, id })));
  const [clientSecret, setSecret] = useState('');
  const save = useCall(consoleRoutes.setSingleSignOn, touched);
  const remove = useCall(consoleRoutes.removeSingleSignOn, touched);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(
      {
        body: {
          ...form,
          roles: lines.map(({ value, role }) => ({ value, role })),
          ...(clientSecret && { clientSecret }),
        },
      },
      { onSuccess: () => toastDone('The provider answered. It is on the sign-in page now.') },
    );
  };
  const field = (key: 'name' | 'issuer' | 'clientId' | 'claim', label: string, description: string) => (
    <TextInput
      label={label}
      description={description}
      required
      withAsterisk={false}
      value={form[key]}
      onChange={(event) => setForm({ ...form, [key]: event.currentTarget.value })}
    />
  );
  return (
    <form onSubmit={submit}>
      <Stack>
        {field('name', 'Name', 'On the button of the sign-in page, such as your company.')}
        {field('issuer', 'Issuer', 'The address of the provider, such as https://login.example.com.')}
        {field('clientId', 'Client ID', 'As the provider shows it.')}
        <PasswordInput
          label="Client secret"
          description={settings ? 'Leave it empty to keep the one that is saved.' : 'As the provider shows it.'}
          autoComplete="off"
          required={!settings}
          withAsterisk={false}
          value={clientSecret}
          onChange={(event) => setSecret(event.currentTarget.value)}
        />
        {field('claim', 'Claim', 'What in the provider’s answer decides the role.')}
        <RoleRules lines={lines} claim={form.claim} onChange={setLines} />
        <Refusal error={save.error} />
        <Group>
          <Button type="submit" loading={save.isPending}>
            Ask the provider and save
          </Button>
          {settings && (
            <Button
              variant="default"
              loading={remove.isPending}
              onClick={() =>
                remove.mutate(
                  {},
                  {
                    onError: toastFailed,
                    onSuccess: () => toastDone('Single sign-on is removed; its sessions ended.'),
                  },
                )
              }
            >
              Remove
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

/** A rule with something that stays while it is being typed. */
type Line = SingleSignOn['roles'][number] & { id: number };

interface RoleRulesProps {
  lines: readonly Line[];
  claim: string;
  onChange: (lines: Line[]) => void;
}

function RoleRules({ lines, claim, onChange }: RoleRulesProps) {
  const change = (changed: number, part: Partial<Line>) =>
    onChange(lines.map((line) => (line.id === changed ? { ...line, ...part } : line)));
  const add = () =>
    onChange([...lines, { id: Math.max(...lines.map(({ id }) => id)) + 1, value: '', role: 'helpdesk' }]);
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
      <Text component="legend" size="sm" fw={600} mb={4}>
        Who may sign in
      </Text>
      <Text size="xs" c="dimmed" mb="xs">
        The first line whose value is in “{claim}” gives the role. Nobody else gets in.
      </Text>
      <Stack gap="xs">
        {lines.map(({ id, value, role }, index) => (
          <Group key={id} gap="xs" wrap="nowrap" align="flex-end">
            <TextInput
              flex={1}
              aria-label={`Value ${index + 1}`}
              placeholder="Value, such as shiftgate-helpdesk"
              required
              value={value}
              onChange={(event) => change(id, { value: event.currentTarget.value })}
            />
            <NativeSelect
              aria-label={`Role ${index + 1}`}
              data={Role.options.map((one) => ({ value: one, label: roleWords[one].name }))}
              value={role}
              onChange={(event) => change(id, { role: Role.parse(event.currentTarget.value) })}
            />
            <Button
              variant="default"
              px="xs"
              aria-label={`Remove line ${index + 1}`}
              disabled={lines.length === 1}
              onClick={() => onChange(lines.filter((line) => line.id !== id))}
            >
              <IconTrash size={16} aria-hidden />
            </Button>
          </Group>
        ))}
        <Button
          variant="subtle"
          style={{ alignSelf: 'flex-start' }}
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={add}
        >
          Another line
        </Button>
      </Stack>
    </fieldset>
  );
}
