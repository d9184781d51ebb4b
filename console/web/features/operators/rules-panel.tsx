import { Stack, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { SignInRules } from '../../../../shared/protocol/operator-routes.ts';
import { keys } from '../../keys.ts';
import { Panel } from '../../parts/page.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { Failed, Waiting } from '../../parts/states.tsx';
import { useToast } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';
import { operatorsQuery } from './queries.ts';

const rules = ['secondFactor', 'twoPersons'] as const satisfies readonly (keyof SignInRules)[];

export function RulesPanel() {
  const { tabs, rules: words } = useVoice().words.operators;
  const toast = useToast();
  const { data, error, refetch } = useQuery(operatorsQuery);
  const set = useCall(consoleRoutes.setRules, [keys.operators, keys.session, keys.audit]);
  if (!data) return error ? <Failed error={error} retry={() => void refetch()} /> : <Waiting lines={2} />;
  const change = (body: SignInRules, undo?: () => void) =>
    set.mutate({ body }, { onError: toast.failed, onSuccess: () => toast.done(words.changed, undo) });
  return (
    <Panel title={tabs.rules}>
      <Stack>
        {rules.map((key) => (
          <Switch
            key={key}
            label={words[key].label}
            description={words[key].about}
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
