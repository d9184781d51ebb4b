import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { FeedView } from '../../../../shared/protocol/people-routes.ts';
import type { ProgramView } from '../../../../shared/protocol/views.ts';
import { keys } from '../../keys.ts';
import { Panel } from '../../parts/page.tsx';
import { Phrase, useVoice } from '../../parts/speech.tsx';
import { Failed, Refusal, Waiting } from '../../parts/states.tsx';
import { Ago } from '../../parts/time.tsx';
import { useToast } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';
import { programsQuery } from '../programs/queries.ts';
import { useMay } from '../sign-in/use-may.ts';
import { feedsQuery } from './queries.ts';

const touches = [keys.feeds, keys.people, keys.triage, keys.audit];

/** The iCalendar addresses that shifts are read from, one for each program. */
export function FeedsPanel() {
  const { feeds: words } = useVoice().words.people;
  const programs = useQuery(programsQuery);
  const feeds = useQuery(feedsQuery);
  const mayChange = useMay(consoleRoutes.putFeed);
  const error = programs.error ?? feeds.error;
  return (
    <Panel title={words.title}>
      <Stack>
        <Text size="sm">{words.about}</Text>
        {programs.data && feeds.data ? (
          programs.data.rows.map((program) => (
            <ProgramFeed
              key={program.id}
              program={program}
              feed={feeds.data.rows.find((feed) => feed.program === program.id)}
              mayChange={mayChange}
            />
          ))
        ) : error ? (
          <Failed error={error} retry={() => void feeds.refetch()} />
        ) : (
          <Waiting lines={2} />
        )}
      </Stack>
    </Panel>
  );
}

interface ProgramFeedProps {
  program: ProgramView;
  feed: FeedView | undefined;
}

function ProgramFeed({ mayChange, ...props }: ProgramFeedProps & { mayChange: boolean }) {
  const { feeds: words } = useVoice().words.people;
  if (mayChange) return <FeedForm {...props} />;
  const { program, feed } = props;
  return (
    <div>
      <Text size="sm">
        <strong>{program.name}</strong> {feed?.url ?? words.none}
      </Text>
      {feed && <Standing feed={feed} />}
    </div>
  );
}

function FeedForm({ program, feed }: ProgramFeedProps) {
  const voice = useVoice();
  const { feeds: words } = voice.words.people;
  const toast = useToast();
  const [url, setUrl] = useState(feed?.url ?? '');
  const put = useCall(consoleRoutes.putFeed, touches);
  const read = useCall(consoleRoutes.readFeed, touches);
  const remove = useCall(consoleRoutes.removeFeed, touches);
  const params = { id: program.id };
  const tell = ({ problem, shifts }: FeedView) => {
    if (problem) toast.failed(voice.phrase(problem));
    else toast.done(voice.count(words.read, shifts, { program: program.name }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    put.mutate({ params, body: { url } }, { onSuccess: tell });
  };
  const takeAway = () =>
    remove.mutate(
      { params },
      {
        onError: toast.failed,
        onSuccess() {
          setUrl('');
          toast.done(voice.fill(words.removed, { program: program.name }));
        },
      },
    );
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" gap="xs">
        <TextInput
          flex={1}
          miw={240}
          type="url"
          label={program.name}
          placeholder="https://planner.example.com/sales.ics"
          required
          withAsterisk={false}
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        <Button
          type="submit"
          variant="default"
          loading={put.isPending}
          disabled={url.trim() === '' || url === feed?.url}
        >
          {words.save}
        </Button>
        {feed && (
          <>
            <Button
              variant="default"
              loading={read.isPending}
              onClick={() => read.mutate({ params }, { onSuccess: tell, onError: toast.failed })}
            >
              {words.readNow}
            </Button>
            <Button variant="default" loading={remove.isPending} onClick={takeAway}>
              {words.remove}
            </Button>
          </>
        )}
      </Group>
      <Refusal error={put.error} />
      {feed && <Standing feed={feed} />}
    </form>
  );
}

function Standing({ feed: { problem, goodAt, readAt, shifts } }: { feed: FeedView }) {
  const voice = useVoice();
  const { feeds: words } = voice.words.people;
  return (
    <Text size="xs" mt={4} c={problem ? 'var(--locked-text)' : 'dimmed'}>
      {problem && `${voice.phrase(problem)} `}
      {goodAt ? (
        <Phrase
          text={voice.form(words.standing, shifts)}
          with={{ count: voice.number(shifts), time: <Ago at={goodAt} /> }}
        />
      ) : (
        !problem && !readAt && words.notYet
      )}
    </Text>
  );
}
