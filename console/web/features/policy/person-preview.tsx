import { Box, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CheckId, checks } from '../../../../shared/checks/index.ts';
import type { Policy } from '../../../../shared/policy/policy.ts';
import { directionOf, Language, languageNames } from '../../../../shared/words/language.ts';
import { speak } from '../../../../shared/words/speak.ts';
import { AccessBadge } from '../../parts/access-badge.tsx';
import { Panel } from '../../parts/page.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { exampleParams, wordsQuery } from './preview-words.ts';

/** What the person at home reads when a check fails, in their language, and what it does to them. */
export function PersonPreview({ policy }: { policy: Policy }) {
  const voice = useVoice();
  const { preview } = voice.words.policy;
  const named = CheckId.options.filter((id) => policy.checks[id] && policy.checks[id]?.strategy !== 'observe');
  const [wanted, setWanted] = useState<string>();
  const [language, setLanguage] = useState<Language>(voice.language);
  const { data: words } = useQuery({ ...wordsQuery(language), placeholderData: keepPreviousData });
  const check = named.find((id) => id === wanted) ?? named[0];
  if (!check || !words) return null;
  const rule = policy.checks[check];
  const access = { observe: 'ready', advise: 'ready', deadline: 'warned', lock: 'locked' } as const;
  const { say } = speak(words);
  const codes = Object.keys(checks[check].texts).filter(
    (code) => say(check, code, {}).remedy !== words.frames.nothingToDo,
  );
  return (
    <Panel title={preview.title}>
      <Stack gap="sm">
        <Group gap="sm" grow align="flex-end">
          <NativeSelect
            label={preview.check}
            value={check}
            data={named.map((id) => ({ value: id, label: voice.title(id) }))}
            onChange={(event) => setWanted(event.currentTarget.value)}
          />
          <NativeSelect
            label={preview.language}
            value={language}
            data={Language.options.map((value) => ({ value, label: languageNames[value] }))}
            onChange={(event) => setLanguage(Language.parse(event.currentTarget.value))}
          />
        </Group>
        <div>
          <AccessBadge access={access[rule?.strategy ?? 'advise']} />
        </div>
        {codes.map((code) => {
          const { problem, remedy } = say(check, code, exampleParams(check));
          return (
            <Box key={code} lang={words.language} dir={directionOf(words.language)}>
              <Text size="sm" fw={600}>
                {problem}
              </Text>
              <Text size="sm">{remedy}</Text>
            </Box>
          );
        })}
        <Text size="xs" c="dimmed">
          {preview.examples}
        </Text>
      </Stack>
    </Panel>
  );
}
