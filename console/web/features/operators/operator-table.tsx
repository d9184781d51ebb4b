import { Badge, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { OperatorView } from '../../../../shared/protocol/operator-routes.ts';
import { useVoice } from '../../parts/speech.tsx';
import { Ago } from '../../parts/time.tsx';
import { useProgramName } from '../programs/use-program-name.ts';
import { ChangeDialog } from './change-dialog.tsx';
import { ResetDialog } from './reset-dialog.tsx';

export function OperatorTable({ rows }: { rows: readonly OperatorView[] }) {
  const { table: words } = useVoice().words.operators;
  return (
    <div className="panel" style={{ padding: 0 }}>
      <table className="table">
        <thead>
          <tr>
            <th>{words.name}</th>
            <th>{words.role}</th>
            <th className="mantine-visible-from-sm">{words.programs}</th>
            <th className="mantine-visible-from-md">{words.signsInWith}</th>
            <th className="mantine-visible-from-sm" style={{ width: 160 }}>
              {words.lastUsed}
            </th>
            <th>
              <span className="unseen">{words.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((operator) => (
            <Row key={operator.name} operator={operator} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ operator }: { operator: OperatorView }) {
  const { name, role, programs, state, factors, lastSeenAt } = operator;
  const voice = useVoice();
  const { frame, operators } = voice.words;
  const { table: words, factors: factorWords, states } = operators;
  const nameOf = useProgramName();
  const [open, setOpen] = useState<'change' | 'reset'>();
  const close = () => setOpen(undefined);
  return (
    <tr>
      <td>
        <Text size="sm" fw={600}>
          {name}
        </Text>
        {state !== 'active' && (
          <Badge variant="outline" size="sm">
            {states[state]}
          </Badge>
        )}
      </td>
      <td style={{ overflowWrap: 'normal' }}>
        <Text size="sm">{frame.terms.role[role].name}</Text>
      </td>
      <td className="mantine-visible-from-sm">
        <Text size="sm">{programs ? voice.list(programs.map(nameOf)) : words.allPrograms}</Text>
      </td>
      <td className="mantine-visible-from-md">
        <Text size="sm">{voice.list(factors.map((factor) => factorWords[factor])) || words.noFactor}</Text>
      </td>
      <td className="mantine-visible-from-sm">
        <Text size="sm" component="div">
          {lastSeenAt ? <Ago at={lastSeenAt} /> : words.notLately}
        </Text>
      </td>
      <td>
        <Group gap="xs" justify="flex-end">
          <Button
            size="compact-sm"
            variant="default"
            aria-label={voice.fill(words.changeName, { name })}
            onClick={() => setOpen('change')}
          >
            {words.change}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={voice.fill(words.newPasswordFor, { name })}
            onClick={() => setOpen('reset')}
          >
            {words.newPassword}
          </Button>
        </Group>
        {open === 'change' && <ChangeDialog operator={operator} onClose={close} />}
        {open === 'reset' && <ResetDialog name={name} onClose={close} />}
      </td>
    </tr>
  );
}
