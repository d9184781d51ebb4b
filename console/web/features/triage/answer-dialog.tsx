import { Blockquote, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { RequestView } from '../../../../shared/protocol/case-views.ts';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { keys } from '../../keys.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { ReasonField } from '../../parts/reason-field.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { At } from '../../parts/time.tsx';
import { timeZone, toLocalInput } from '../../parts/time-words.ts';
import { useToast } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';
import { shortestReason } from '../workstations/lock-dialog.tsx';
import { whoIs } from './desk.ts';

/** Who asks: a row of the triage, or a workstation. */
interface Asker {
  readonly workstation: string;
  readonly hostName: string;
  readonly person?: string | undefined;
}

interface AnswerProps {
  row: Asker;
  request: RequestView;
  /** Closes it without an answer, where nothing else keeps it open. */
  onDone?: ((note: string) => void) | undefined;
  onClose: () => void;
}

/** Answers what a person asked for. */
export function AnswerDialog(props: AnswerProps) {
  // What was asked when it opened: another answer may come in meanwhile.
  const [asked] = useState(props);
  const Answer = asked.request.asks === 'excuse' ? ExcuseAnswer : HelpAnswer;
  return <Answer {...asked} onClose={props.onClose} />;
}

function Asked({ row, request }: Pick<AnswerProps, 'row' | 'request'>) {
  const voice = useVoice();
  const { answer: words } = voice.words.triage;
  return (
    <Blockquote p="sm" m={0}>
      <Text size="sm">{request.text || words.nothingSaid}</Text>
      <Text size="xs" c="dimmed" mt={4}>
        {whoIs(row)}, <At at={request.at} />
        {request.checks && ` · ${voice.fill(words.about, { checks: voice.checks(request.checks) })}`}
      </Text>
    </Blockquote>
  );
}

const touchedBy = ({ workstation }: Asker) => [
  ...[keys.triage, keys.workstations, keys.workstation(workstation)],
  ...[keys.timeline(workstation), keys.messages(workstation)],
];

function HelpAnswer({ row, request, onDone, onClose }: AnswerProps) {
  const toast = useToast();
  const voice = useVoice();
  const { answer: words, message: texts, note, acts } = voice.words.triage;
  const who = whoIs(row);
  const [isDone, setDone] = useState(false);
  const [text, setText] = useState('');
  const message = useCall(consoleRoutes.sendMessage, touchedBy(row));
  const send = () =>
    message.mutate(
      { params: { id: row.workstation }, body: { text } },
      {
        onSuccess() {
          onClose();
          toast.done(voice.fill(words.answered, { who }));
        },
      },
    );
  const finish = () => {
    onClose();
    onDone?.(text.trim());
  };
  return (
    <FormDialog
      title={voice.fill(words.title, { who })}
      onClose={onClose}
      onSubmit={isDone ? finish : send}
      submit={isDone ? acts.done : texts.send}
      disabled={!isDone && text.trim() === ''}
      pending={message.isPending}
      error={message.error}
    >
      <Asked row={row} request={request} />
      {onDone && (
        <Radio.Group
          label={words.how}
          value={isDone ? 'done' : 'write'}
          onChange={(value) => setDone(value === 'done')}
        >
          <Stack gap={6} mt={6}>
            <Radio value="write" label={words.write} />
            <Radio value="done" label={words.done} />
          </Stack>
        </Radio.Group>
      )}
      <TextInput
        label={isDone ? words.noteIfAny : words.label}
        description={isDone ? note.about : texts.about}
        data-autofocus
        required={!isDone}
        maxLength={isDone ? 300 : 1000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

const hour = 3_600_000;

function ExcuseAnswer({ row, request, onClose }: AnswerProps) {
  const toast = useToast();
  const voice = useVoice();
  const { frame, triage, workstation } = voice.words;
  const { times } = frame;
  const words = triage.answer;
  const [answer, setAnswer] = useState<'approve' | 'refuse'>('approve');
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState(() => toLocalInput(endWanted(request)));
  const approve = useCall(consoleRoutes.approveExcuse, touchedBy(row));
  const refuse = useCall(consoleRoutes.refuseExcuse, touchedBy(row));
  const params = { id: row.workstation, request: request.id };
  const end = new Date(until);
  const isPast = !(end.getTime() > Date.now());
  const checks = request.checks ?? [];
  const named = { who: whoIs(row), checks: voice.checks(checks) };
  const done = (sentence: string) => ({
    onSuccess() {
      onClose();
      toast.done(sentence);
    },
  });
  const send = () => {
    if (answer === 'refuse') refuse.mutate({ params, body: { reason } }, done(voice.fill(words.refused, named)));
    else {
      const body = { checks, until: end.toISOString(), reason };
      approve.mutate({ params, body }, done(voice.fill(workstation.did.excused, named)));
    }
  };
  return (
    <FormDialog
      title={voice.fill(words.excuseTitle, named)}
      onClose={onClose}
      onSubmit={send}
      submit={words[answer]}
      disabled={reason.trim().length < shortestReason || (answer === 'approve' && isPast)}
      pending={approve.isPending || refuse.isPending}
      error={approve.error ?? refuse.error}
    >
      <Asked row={row} request={request} />
      <Radio.Group label={words.label} value={answer} onChange={(value) => setAnswer(value as typeof answer)}>
        <Stack gap={6} mt={6}>
          <Radio value="approve" label={voice.fill(words.approveFor, named)} />
          <Radio value="refuse" label={words.refuse} />
        </Stack>
      </Radio.Group>
      {answer === 'approve' && (
        <TextInput
          type="datetime-local"
          label={workstation.excuse.until}
          description={voice.fill(times.zone, { zone: timeZone })}
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
          error={isPast ? times.choosePast : undefined}
        />
      )}
      <ReasonField value={reason} onChange={setReason} description={words.reasonIsFor} />
    </FormDialog>
  );
}

/** What the person wishes, as long as it is to come. */
function endWanted({ until }: RequestView): Date {
  const wanted = until === undefined ? 0 : Date.parse(until);
  return new Date(Math.max(wanted, Date.now() + hour));
}
