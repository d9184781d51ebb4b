import { Stack, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { SignInRules } from '../../../../shared/protocol/operator-routes.ts';
import { keys } from '../../keys.ts';
import { Panel } from '../../parts/page.tsx';
import { Failed, Waiting } from '../../parts/states.tsx';
import { toastDone, toastFailed } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';
import { operatorsQuery } from './queries.ts';

const rules = [
  {
    key: 'secondFactor',
    label: 'Everybody needs a second factor',
    about:
      'A passkey, an authenticator app or single sign-on. Who has none can do nothing but add one, from their next click on.',
  },
  {
    key: 'twoPersons',
    label: 'A weaker policy needs two persons',
    about: 'A policy that demands less waits for the approval of somebody other than its author.',
  },
] as const satisfies readonly { key: keyof SignInRules; label: string; about: string }[];

export function RulesPanel() {
  const { data, error, refetch } = useQuery(operatorsQuery);
  const set = useCall(consoleRoutes.setRules, [keys.operators, keys.session, keys.audit]);
  if (!data) return error ? <Failed error={error} retry={() => void refetch()} /> : <Waiting lines={2} />;
  const change = (body: SignInRules, undo?: () => void) =>
    set.mutate({ body }, { onError: toastFailed, onSuccess: () => toastDone('The rule is changed.', undo) });
  return (
    <Panel title="Rules">
      <Stack>
        {rules.map(({ key, label, about }) => (
          <Switch
            key={key}
            label={label}
            description={about}
            checked={data.rules[key]}
            disabled={set.isPending}
            onChange={(event) =>
              change({ ...data.rules, [key]: event.currentTarget.checked }, () => change(data.rules))
            }
          />
        ))}
      </Stack>
    </Panel>
  );
}
