import { NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { CheckId, checks } from '../../../../shared/checks/index.ts';
import type { Policy } from '../../../../shared/policy/policy.ts';
import { say } from '../../../../shared/words/english.ts';
import { AccessBadge } from '../../parts/access-badge.tsx';
import { Panel } from '../../parts/page.tsx';
import { checkTitle } from '../../parts/words.ts';

/** What the person at home reads when a check fails, and what it does to them. */
export function PersonPreview({ policy }: { policy: Policy }) {
  const named = CheckId.options.filter((id) => policy.checks[id] && policy.checks[id]?.strategy !== 'observe');
  const [wanted, setWanted] = useState<string>();
  const check = named.find((id) => id === wanted) ?? named[0];
  if (!check) return null;
  const rule = policy.checks[check];
  const access = { observe: 'ready', advise: 'ready', deadline: 'warned', lock: 'locked' } as const;
  const codes = Object.keys(checks[check].texts).filter((code) => say(check, code, {}).remedy !== 'Nothing to do.');
  return (
    <Panel title="What the person sees">
      <Stack gap="sm">
        <NativeSelect
          label="When this check fails"
          value={check}
          data={named.map((id) => ({ value: id, label: checkTitle(id) }))}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
        <AccessBadge access={access[rule?.strategy ?? 'advise']} />
        {codes.map((code) => {
          const { problem, remedy } = say(check, code, {});
          return (
            <div key={code}>
              <Text size="sm" fw={600}>
                {problem}
              </Text>
              <Text size="sm">{remedy}</Text>
            </div>
          );
        })}
        <Text size="xs" c="dimmed">
          Words in braces are filled in with what was found on the PC.
        </Text>
      </Stack>
    </Panel>
  );
}
