import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { FeedView } from '../../../../shared/protocol/people-routes.ts';
import type { ProgramView } from '../../../../shared/protocol/views.ts';
import { keys } from '../../keys.ts';
import { Panel } from '../../parts/page.tsx';
import { Failed, Refusal, Waiting } from '../../parts/states.tsx';
import { Ago } from '../../parts/time.tsx';
import { toastDone, toastFailed } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';
import { plural } from '../../parts/words.ts';
import { programsQuery } from '../programs/queries.ts';
import { feedsQuery } from './queries.ts';

const touches = [keys.feeds, keys.people, keys.triage, keys.audit];

/** The iCalendar addresses that shifts are read from, one for each program. */
export function FeedsPanel() {
  const programs = useQuery(programsQuery);
  const feeds = useQuery(feedsQuery);
  const error = programs.error ?? feeds.error;
  return (
    <Panel title="Calendars">
      <Stack>
        <Text size="sm">
          The shifts of a program can be read from an iCalendar address, every quarter of an hour. Each event is a
          shift; its attendee or its title names the person.
        </Text>
        {programs.data && feeds.data ? (
          programs.data.rows.map((program) => (
            <ProgramFeed
              key={program.id}
              program={program}
              feed={feeds.data.rows.find((feed) => feed.program === program.id)}
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

function ProgramFeed({ program, feed }: { program: ProgramView; feed: FeedView | undefined }) {
  const [url, setUrl] = useState(feed?.url ?? '');
  const put = useCall(consoleRoutes.putFeed, touches);
  const read = useCall(consoleRoutes.readFeed, touches);
  const remove = useCall(consoleRoutes.removeFeed, touches);
  const params = { id: program.id };
  const tell = ({ problem, shifts }: FeedView) => {
    if (problem) toastFailed(new Error(problem));
    else toastDone(`${plural(shifts, 'shift')} read for ${program.name}.`);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    put.mutate({ params, body: { url } }, { onSuccess: tell });
  };
  const takeAway = () =>
    remove.mutate(
      { params },
      {
        onError: toastFailed,
        onSuccess() {
          setUrl('');
          toastDone(`The calendar of ${program.name} and the shifts it brought are gone.`);
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
          Save
        </Button>
        {feed && (
          <>
            <Button
              variant="default"
              loading={read.isPending}
              onClick={() => read.mutate({ params }, { onSuccess: tell, onError: toastFailed })}
            >
              Read now
            </Button>
            <Button variant="default" loading={remove.isPending} onClick={takeAway}>
              Remove
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
  return (
    <Text size="xs" mt={4} c={problem ? 'var(--locked-text)' : 'dimmed'}>
      {problem && `${problem} `}
      {goodAt ? (
        <>
          {plural(shifts, 'shift')}, last read <Ago at={goodAt} />.
        </>
      ) : (
        !problem && !readAt && 'Not read yet.'
      )}
    </Text>
  );
}
