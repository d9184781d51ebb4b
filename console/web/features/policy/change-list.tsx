import { Stack, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconEqual, IconHelpCircleFilled } from '@tabler/icons-react';
import type { PolicyChange } from '../../../../shared/policy/compare.ts';
import type { Plan } from '../../../../shared/protocol/policy-views.ts';
import { StateBadge } from '../../parts/access-badge.tsx';
import { Panel } from '../../parts/page.tsx';
import { useVoice } from '../../parts/speech.tsx';

const directions = {
  stricter: { tone: 'locked', icon: IconArrowUp },
  weaker: { tone: 'warned', icon: IconArrowDown },
  unclear: { tone: 'warned', icon: IconHelpCircleFilled },
  neutral: { tone: 'neutral', icon: IconEqual },
} as const;

/** What the draft says differently, and what would lock or warn people for it. */
export function ChangeList({ changes, causes }: { changes: readonly PolicyChange[]; causes: Plan['causes'] }) {
  const voice = useVoice();
  const { changes: words } = voice.words.policyPlan;
  return (
    <Panel title={words.title}>
      <Stack gap="lg">
        <Changes changes={changes} />
        {causes.length > 0 && (
          <table className="table table-flush table-lead">
            <thead>
              <tr>
                <th>{words.cause}</th>
                <th style={{ width: '9rem' }}>{words.now}</th>
                <th style={{ width: '9rem' }}>{words.hours}</th>
              </tr>
            </thead>
            <tbody>
              {causes.map(({ cause, code, workstations, hours }) => (
                <tr key={`${cause} ${code}`}>
                  <td>{voice.causeTitle(cause, code)}</td>
                  <td>{voice.number(workstations)}</td>
                  <td>{voice.number(Math.round(hours * 10) / 10)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Stack>
    </Panel>
  );
}

/** Differences between two policies, whatever their texts look like. */
export function Changes({ changes }: { changes: readonly PolicyChange[] }) {
  const { changes: words } = useVoice().words.policyPlan;
  if (changes.length === 0) return <Text size="sm">{words.none}</Text>;
  return (
    <table className="table table-flush">
      <thead>
        <tr>
          <th>{words.field}</th>
          <th className="mantine-visible-from-sm">{words.before}</th>
          <th className="mantine-visible-from-sm">{words.after}</th>
          <th>{words.direction}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ path, before, after, direction }) => {
          const { tone, icon } = directions[direction];
          return (
            <tr key={path}>
              <td>
                {path}
                <Text size="xs" c="dimmed" hiddenFrom="sm">
                  {before ?? '–'} → {after ?? '–'}
                </Text>
              </td>
              <td className="mantine-visible-from-sm">{before ?? '–'}</td>
              <td className="mantine-visible-from-sm">{after ?? '–'}</td>
              <td>
                <StateBadge tone={tone} icon={icon}>
                  {words.directions[direction]}
                </StateBadge>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
