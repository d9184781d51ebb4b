import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconMessageReply, IconNote } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { MessageView } from '../../../../shared/protocol/case-views.ts';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { WorkstationDetail } from '../../../../shared/protocol/views.ts';
import { call } from '../../api.ts';
import { keys } from '../../keys.ts';
import { Panel } from '../../parts/page.tsx';
import { Phrase, useVoice } from '../../parts/speech.tsx';
import { Failed, Refusal, Waiting } from '../../parts/states.tsx';
import { Ago, At } from '../../parts/time.tsx';
import { useCall } from '../../parts/use-call.ts';
import { useShortcuts } from '../../shell/shortcuts.ts';
import { useMay } from '../sign-in/use-may.ts';
import { AnswerDialog } from '../triage/answer-dialog.tsx';
import { Asks } from '../triage/asks.tsx';
import { TextDialog } from '../triage/text-dialog.tsx';
import classes from './workstation-page.module.css';

/** The field of a new message, for the key that leads to it. */
export const messageFieldId = 'message';

/** What the person and helpdesk have written to each other, and what waits for an answer. */
export function MessagesPanel({ workstation }: { workstation: WorkstationDetail }) {
  const { id } = workstation;
  const { messages: words } = useVoice().words.workstation;
  const isHelper = useMay(consoleRoutes.sendMessage);
  const { data, error, refetch } = useQuery({
    queryKey: keys.messages(id),
    queryFn: ({ signal }) => call(consoleRoutes.messages, { params: { id } }, signal),
  });
  const [asking, setAsking] = useState<'note' | MessageView>();
  const open = data?.rows.find(({ asks, answer }) => asks && !answer);
  useShortcuts({ r: isHelper && open ? () => setAsking(open) : undefined });
  const row = { workstation: id, hostName: workstation.hostName, person: workstation.person };
  const close = () => setAsking(undefined);
  const note = (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={<IconNote size={16} aria-hidden />}
      onClick={() => setAsking('note')}
    >
      {words.note}
    </Button>
  );
  return (
    <Panel title={words.title} aside={isHelper && note}>
      <Stack gap="sm">
        {!data && (error ? <Failed error={error} retry={() => void refetch()} /> : <Waiting lines={2} />)}
        {data?.rows.length === 0 && (
          <Text size="sm" c="dimmed">
            {words.none}
          </Text>
        )}
        <ol className={classes['thread']} aria-label={words.thread}>
          {data?.rows.map((message) => (
            <Message key={message.id} message={message} {...(isHelper && { onAnswer: () => setAsking(message) })} />
          ))}
        </ol>
        {isHelper && <WriteForm id={id} />}
      </Stack>
      {asking === 'note' && <TextDialog kind="note" row={row} onClose={close} />}
      {typeof asking === 'object' && asking.asks && (
        <AnswerDialog row={row} request={{ ...asking, asks: asking.asks }} onClose={close} />
      )}
    </Panel>
  );
}

function Message({ message, onAnswer }: { message: MessageView; onAnswer?: () => void }) {
  const voice = useVoice();
  const { workstation, triage } = voice.words;
  const { messages: words } = workstation;
  const { at, from, isFromPerson, text, asks, seenAt, answer } = message;
  return (
    <li data-person={isFromPerson || undefined}>
      <Text size="xs" c="dimmed">
        {voice.actor(from)}, <Ago at={at} />
        {!isFromPerson && ` · ${seenAt ? words.seen : words.notSeen}`}
      </Text>
      <Text size="sm">{asks ? <Asks asks={asks} text={text} /> : text}</Text>
      <Wish message={message} />
      {answer && (
        <Text size="xs" c="dimmed">
          <Phrase
            text={words.answers[answer.kind]}
            with={{ by: voice.actor(answer.by), time: <Ago at={answer.at} /> }}
          />
        </Text>
      )}
      {asks && !answer && onAnswer && (
        <Button
          size="compact-sm"
          mt={4}
          leftSection={<IconMessageReply size={16} aria-hidden />}
          onClick={onAnswer}
          aria-label={voice.fill(words.answerTo, { text: text || triage.asks.nothingSaid })}
        >
          {words.answer}
        </Button>
      )}
    </li>
  );
}

/** From which checks somebody wishes to be excused, and until when. */
function Wish({ message: { checks, until } }: { message: MessageView }) {
  const voice = useVoice();
  const { messages: words } = voice.words.workstation;
  if (!checks) return null;
  const parts = { checks: voice.checks(checks), time: until && <At at={until} /> };
  return (
    <Text size="xs" c="dimmed">
      <Phrase text={until ? words.fromUntil : words.from} with={parts} />
    </Text>
  );
}

function WriteForm({ id }: { id: string }) {
  const { workstation, triage } = useVoice().words;
  const { messages: words } = workstation;
  const [text, setText] = useState('');
  const message = useCall(consoleRoutes.sendMessage, [keys.messages(id), keys.timeline(id)]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    message.mutate({ params: { id }, body: { text } }, { onSuccess: () => setText('') });
  };
  return (
    <form onSubmit={send}>
      <Stack gap="xs">
        <Textarea
          id={messageFieldId}
          label={words.write}
          description={words.writeAbout}
          autosize
          maxLength={1000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Refusal error={message.error} />
        <Group justify="flex-end">
          <Button type="submit" variant="default" size="xs" loading={message.isPending} disabled={text.trim() === ''}>
            {triage.message.send}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
