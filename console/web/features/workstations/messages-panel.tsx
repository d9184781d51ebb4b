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
import { Failed, Refusal, Waiting } from '../../parts/states.tsx';
import { Ago, At } from '../../parts/time.tsx';
import { useCall } from '../../parts/use-call.ts';
import { listChecks } from '../../parts/words.ts';
import { useShortcuts } from '../../shell/shortcuts.ts';
import { useMay } from '../sign-in/use-may.ts';
import { AnswerDialog } from '../triage/answer-dialog.tsx';
import { TextDialog } from '../triage/text-dialog.tsx';
import classes from './workstation-page.module.css';

/** The field of a new message, for the key that leads to it. */
export const messageFieldId = 'message';

/** What the person and helpdesk have written to each other, and what waits for an answer. */
export function MessagesPanel({ workstation }: { workstation: WorkstationDetail }) {
  const { id } = workstation;
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
      Write a note
    </Button>
  );
  return (
    <Panel title="Messages" aside={isHelper && note}>
      <Stack gap="sm">
        {!data && (error ? <Failed error={error} retry={() => void refetch()} /> : <Waiting lines={2} />)}
        {data?.rows.length === 0 && (
          <Text size="sm" c="dimmed">
            Nobody has written yet.
          </Text>
        )}
        <ol className={classes['thread']} aria-label="Thread">
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

const asksWord = { help: 'Asks for help', excuse: 'Asks for an excuse', incident: 'Reports something suspicious' };
const answerWord = { answered: 'Answered', approved: 'Approved', refused: 'Refused' };

function Message({ message, onAnswer }: { message: MessageView; onAnswer?: () => void }) {
  const { at, from, isFromPerson, text, asks, checks, until, seenAt, answer } = message;
  return (
    <li data-person={isFromPerson || undefined}>
      <Text size="xs" c="dimmed">
        {from}, <Ago at={at} />
        {!isFromPerson && (seenAt ? ' · seen' : ' · not seen yet')}
      </Text>
      <Text size="sm">
        {asks && <strong>{asksWord[asks]}: </strong>}
        {text}
      </Text>
      {checks && (
        <Text size="xs" c="dimmed">
          From {listChecks(checks)}
          {until && (
            <>
              {' '}
              until <At at={until} />
            </>
          )}
        </Text>
      )}
      {answer && (
        <Text size="xs" c="dimmed">
          {answerWord[answer.kind]} by {answer.by}, <Ago at={answer.at} />
        </Text>
      )}
      {asks && !answer && onAnswer && (
        <Button
          size="compact-sm"
          mt={4}
          leftSection={<IconMessageReply size={16} aria-hidden />}
          onClick={onAnswer}
          aria-label={`Answer: ${text}`}
        >
          Answer
        </Button>
      )}
    </li>
  );
}

function WriteForm({ id }: { id: string }) {
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
          label="Write to the person"
          description="It shows in the tray; without contact it waits."
          autosize
          maxLength={1000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Refusal error={message.error} />
        <Group justify="flex-end">
          <Button type="submit" variant="default" size="xs" loading={message.isPending} disabled={text.trim() === ''}>
            Send
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
