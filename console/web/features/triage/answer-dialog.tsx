import { Blockquote, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { RequestView } from '../../../../shared/protocol/case-views.ts';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { keys } from '../../keys.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { ReasonField } from '../../parts/reason-field.tsx';
import { At } from '../../parts/time.tsx';
import { timeZone, toLocalInput } from '../../parts/time-words.ts';
import { useToast } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';
import { listChecks } from '../../parts/words.ts';
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
  return (
    <Blockquote p="sm" m={0}>
      <Text size="sm">{request.text || 'Without a word.'}</Text>
      <Text size="xs" c="dimmed" mt={4}>
        {whoIs(row)}, <At at={request.at} />
        {request.checks && ` · about ${listChecks(request.checks)}`}
      </Text>
    </Blockquote>
  );
}

const touchedBy = ({ workstation }: Asker) => [
  ...[keys.triage, keys.workstations, keys.workstation(workstation)],
  ...[keys.timeline(workstation), keys.messages(workstation)],
];

function HelpAnswer({ row, request, onClose }: AnswerProps) {
  const toast = useToast();
  const [text, setText] = useState('');
  const message = useCall(consoleRoutes.sendMessage, touchedBy(row));
  const send = () =>
    message.mutate(
      { params: { id: row.workstation }, body: { text } },
      {
        onSuccess() {
          onClose();
          toast.done(`Answered ${whoIs(row)}.`);
        },
      },
    );
  return (
    <FormDialog
      title={`Answer ${whoIs(row)}`}
      onClose={onClose}
      onSubmit={send}
      submit="Send"
      disabled={text.trim() === ''}
      pending={message.isPending}
      error={message.error}
    >
      <Asked row={row} request={request} />
      <TextInput
        label="Answer"
        description="It shows in the person’s tray."
        data-autofocus
        required
        maxLength={1000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

const hour = 3_600_000;

function ExcuseAnswer({ row, request, onClose }: AnswerProps) {
  const toast = useToast();
  const [answer, setAnswer] = useState<'approve' | 'refuse'>('approve');
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState(() => toLocalInput(endWanted(request)));
  const approve = useCall(consoleRoutes.approveExcuse, touchedBy(row));
  const refuse = useCall(consoleRoutes.refuseExcuse, touchedBy(row));
  const params = { id: row.workstation, request: request.id };
  const end = new Date(until);
  const isPast = !(end.getTime() > Date.now());
  const checks = request.checks ?? [];
  const done = (sentence: string) => ({
    onSuccess() {
      onClose();
      toast.done(sentence);
    },
  });
  const send = () => {
    if (answer === 'refuse') refuse.mutate({ params, body: { reason } }, done(`Refused; ${whoIs(row)} reads why.`));
    else {
      const body = { checks, until: end.toISOString(), reason };
      approve.mutate({ params, body }, done(`Excused ${whoIs(row)} from ${listChecks(checks)}.`));
    }
  };
  return (
    <FormDialog
      title={`${whoIs(row)} asks for an excuse`}
      onClose={onClose}
      onSubmit={send}
      submit={answer === 'approve' ? 'Approve' : 'Refuse'}
      disabled={reason.trim().length < shortestReason || (answer === 'approve' && isPast)}
      pending={approve.isPending || refuse.isPending}
      error={approve.error ?? refuse.error}
    >
      <Asked row={row} request={request} />
      <Radio.Group label="Answer" value={answer} onChange={(value) => setAnswer(value as typeof answer)}>
        <Stack gap={6} mt={6}>
          <Radio value="approve" label={`Approve, for ${listChecks(checks)}`} />
          <Radio value="refuse" label="Refuse" />
        </Stack>
      </Radio.Group>
      {answer === 'approve' && (
        <TextInput
          type="datetime-local"
          label="Until"
          description={`Times are in ${timeZone}.`}
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
          error={isPast ? 'Choose a time to come.' : undefined}
        />
      )}
      <ReasonField value={reason} onChange={setReason} description="The person reads it." />
    </FormDialog>
  );
}

/** What the person wishes, as long as it is to come. */
function endWanted({ until }: RequestView): Date {
  const wanted = until === undefined ? 0 : Date.parse(until);
  return new Date(Math.max(wanted, Date.now() + hour));
}
