import { Badge, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { OperatorView } from '../../../../shared/protocol/operator-routes.ts';
import { roleWords } from '../../../../shared/protocol/rights.ts';
import { Ago } from '../../parts/time.tsx';
import { ChangeDialog } from './change-dialog.tsx';
import { ResetDialog } from './reset-dialog.tsx';

const factorWords = {
  password: 'Password',
  totp: 'Authenticator app',
  passkey: 'Passkey',
  'single-sign-on': 'Single sign-on',
} as const;

const stateWords = { active: undefined, invited: 'Invited', disabled: 'Disabled' } as const;

export function OperatorTable({ rows }: { rows: readonly OperatorView[] }) {
  return (
    <div className="panel" style={{ padding: 0 }}>
      <table className="table">
        <thead>
          <tr>
            <th>Name</th>
            <th>Role</th>
            <th className="mantine-visible-from-sm">Programs</th>
            <th className="mantine-visible-from-md">Signs in with</th>
            <th className="mantine-visible-from-sm" style={{ width: 130 }}>
              Last used
            </th>
            <th>
              <span className="unseen">Actions</span>
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
  const [open, setOpen] = useState<'change' | 'reset'>();
  const close = () => setOpen(undefined);
  const stateWord = stateWords[state];
  return (
    <tr>
      <td>
        <Text size="sm" fw={600}>
          {name}
        </Text>
        {stateWord && (
          <Badge variant="outline" size="sm">
            {stateWord}
          </Badge>
        )}
      </td>
      <td>
        <Text size="sm">{roleWords[role].name}</Text>
      </td>
      <td className="mantine-visible-from-sm">
        <Text size="sm">{programs?.join(', ') ?? 'All'}</Text>
      </td>
      <td className="mantine-visible-from-md">
        <Text size="sm">{factors.map((factor) => factorWords[factor]).join(', ') || 'Nothing yet'}</Text>
      </td>
      <td className="mantine-visible-from-sm">
        <Text size="sm" component="div">
          {lastSeenAt ? <Ago at={lastSeenAt} /> : 'Not lately'}
        </Text>
      </td>
      <td>
        <Group gap="xs" justify="flex-end">
          <Button size="compact-sm" variant="default" aria-label={`Change ${name}`} onClick={() => setOpen('change')}>
            Change
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`New password for ${name}`}
            onClick={() => setOpen('reset')}
          >
            New password
          </Button>
        </Group>
        {open === 'change' && <ChangeDialog operator={operator} onClose={close} />}
        {open === 'reset' && <ResetDialog name={name} onClose={close} />}
      </td>
    </tr>
  );
}
