import { Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconEqual, IconHelpCircleFilled } from '@tabler/icons-react';
import type { PolicyChange } from '../../../../shared/policy/compare.ts';
import type { Plan } from '../../../../shared/protocol/policy-views.ts';
import { say } from '../../../../shared/words/english.ts';
import { StateBadge } from '../../parts/access-badge.tsx';
import { Panel } from '../../parts/page.tsx';

const directions = {
  stricter: { tone: 'locked', icon: IconArrowUp, word: 'Stricter' },
  weaker: { tone: 'warned', icon: IconArrowDown, word: 'Weaker' },
  unclear: { tone: 'warned', icon: IconHelpCircleFilled, word: 'May be weaker' },
  neutral: { tone: 'neutral', icon: IconEqual, word: 'Holds nobody' },
} as const;

/** What the draft says differently, and what would lock or warn people for it. */
export function ChangeList({ changes, causes }: { changes: readonly PolicyChange[]; causes: Plan['causes'] }) {
  return (
    <Panel title="What changes, and what it finds">
      <Changes changes={changes} />
      {causes.length > 0 && (
        <table className="table table-flush">
          <thead>
            <tr>
              <th>Cause</th>
              <th style={{ width: '9rem' }}>Workstations now</th>
              <th style={{ width: '9rem' }}>Hours locked</th>
            </tr>
          </thead>
          <tbody>
            {causes.map(({ cause, code, workstations, hours }) => (
              <tr key={`${cause} ${code}`}>
                <td>{say(cause, code, {}).problem}</td>
                <td>{workstations.toLocaleString('en')}</td>
                <td>{hours.toLocaleString('en', { maximumFractionDigits: 1 })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

/** Differences between two policies, whatever their texts look like. */
export function Changes({ changes }: { changes: readonly PolicyChange[] }) {
  if (changes.length === 0) return <Text size="sm">Both say the same.</Text>;
  return (
    <table className="table table-flush">
      <thead>
        <tr>
          <th>Field</th>
          <th>Before</th>
          <th>After</th>
          <th>Direction</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ path, before, after, direction }) => {
          const { tone, icon, word } = directions[direction];
          return (
            <tr key={path}>
              <td>{path}</td>
              <td>{before ?? '–'}</td>
              <td>{after ?? '–'}</td>
              <td>
                <StateBadge tone={tone} icon={icon}>
                  {word}
                </StateBadge>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
