import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { SingleSignOn } from '../../../../shared/protocol/operator-routes.ts';
import { Role } from '../../../../shared/protocol/rights.ts';
import { keys } from '../../keys.ts';
import { Copyable } from '../../parts/copyable.tsx';
import { Panel } from '../../parts/page.tsx';
import { PasswordField } from '../../parts/password-field.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { Failed, Refusal, Waiting } from '../../parts/states.tsx';
import { useToast } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';
import { singleSignOnQuery } from './queries.ts';

const touched = [keys.singleSignOn, keys.audit];

/** The company's own identity provider. */
export function SingleSignOnPanel() {
  const { tabs, singleSignOn: words } = useVoice().words.operators;
  const { data, error, refetch } = useQuery(singleSignOnQuery);
  if (!data) return error ? <Failed error={error} retry={() => void refetch()} /> : <Waiting lines={4} />;
  return (
    <Panel title={tabs['single-sign-on']}>
      <Stack maw={680}>
        <Text size="sm">{words.about}</Text>
        <Copyable label={words.redirect} value={data.redirectUri} />
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
  const { singleSignOn: words } = useVoice().words.operators;
  const toast = useToast();
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
      { onSuccess: () => toast.done(words.saved) },
    );
  };
  const field = (key: 'name' | 'issuer' | 'clientId' | 'claim') => (
    <TextInput
      label={words[key].label}
      description={words[key].about}
      required
      withAsterisk={false}
      value={form[key]}
      onChange={(event) => setForm({ ...form, [key]: event.currentTarget.value })}
    />
  );
  return (
    <form onSubmit={submit}>
      <Stack>
        {field('name')}
        {field('issuer')}
        {field('clientId')}
        <PasswordField
          label={words.secret}
          description={settings ? words.secretKept : words.secretAbout}
          autoComplete="off"
          required={!settings}
          withAsterisk={false}
          value={clientSecret}
          onChange={(event) => setSecret(event.currentTarget.value)}
        />
        {field('claim')}
        <RoleRules lines={lines} claim={form.claim} onChange={setLines} />
        <Refusal error={save.error} />
        <Group>
          <Button type="submit" loading={save.isPending}>
            {words.save}
          </Button>
          {settings && (
            <Button
              variant="default"
              loading={remove.isPending}
              onClick={() =>
                remove.mutate(
                  {},
                  {
                    onError: toast.failed,
                    onSuccess: () => toast.done(words.removed),
                  },
                )
              }
            >
              {words.remove}
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
  const voice = useVoice();
  const { frame, operators } = voice.words;
  const { roles: words } = operators.singleSignOn;
  const change = (changed: number, part: Partial<Line>) =>
    onChange(lines.map((line) => (line.id === changed ? { ...line, ...part } : line)));
  const add = () =>
    onChange([...lines, { id: Math.max(...lines.map(({ id }) => id)) + 1, value: '', role: 'helpdesk' }]);
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
      <Text component="legend" size="sm" fw={600} mb={4}>
        {words.title}
      </Text>
      <Text size="xs" c="dimmed" mb="xs">
        {voice.fill(words.about, { claim })}
      </Text>
      <Stack gap="xs">
        {lines.map(({ id, value, role }, index) => (
          <Group key={id} gap="xs" wrap="nowrap" align="flex-end">
            <TextInput
              flex={1}
              aria-label={voice.fill(words.value, { number: index + 1 })}
              placeholder={words.valueHint}
              required
              value={value}
              onChange={(event) => change(id, { value: event.currentTarget.value })}
            />
            <NativeSelect
              aria-label={voice.fill(words.role, { number: index + 1 })}
              data={Role.options.map((one) => ({ value: one, label: frame.terms.role[one].name }))}
              value={role}
              onChange={(event) => change(id, { role: Role.parse(event.currentTarget.value) })}
            />
            <Button
              variant="default"
              px="xs"
              aria-label={voice.fill(words.remove, { number: index + 1 })}
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
          {words.add}
        </Button>
      </Stack>
    </fieldset>
  );
}
