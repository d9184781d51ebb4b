import { Text } from '@mantine/core';
import { IconShieldOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { TextLink } from '../../parts/links.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Phrase, useVoice } from '../../parts/speech.tsx';
import { At } from '../../parts/time.tsx';
import { programsQuery } from './queries.ts';

/** Where the breaker holds locks back, on screens that would look calm because of it: in one program, or in all. */
export function TrippedBreakers({ program }: { program: string | undefined }) {
  const voice = useVoice();
  const { held: words } = voice.words.programs;
  const { data } = useQuery(programsQuery);
  const tripped = data?.rows.filter(
    ({ id, suspended }) => suspended.length > 0 && (program === undefined || id === program),
  );
  return tripped?.map(({ id, name, suspended }) => (
    <Notice
      key={id}
      role="status"
      tone="warned"
      icon={IconShieldOff}
      title={voice.fill(words.tripped, { program: name })}
    >
      {suspended.map(({ check, since, locked }) => (
        <Text key={check} size="sm" component="div">
          <Phrase
            text={words.trippedBy}
            with={{
              check: voice.title(check),
              time: <At at={since} />,
              workstations: voice.count(voice.words.frame.terms.workstations, locked),
            }}
          />
        </Text>
      ))}
      <TextLink to="/programs/$id/policy" params={{ id }} search={{ view: 'breaker' }} c="inherit" underline="always">
        {words.open}
      </TextLink>
    </Notice>
  ));
}
