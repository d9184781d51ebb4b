import { Checkbox, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CheckId } from '../../../../shared/checks/index.ts';
import type { WorkstationDetail } from '../../../../shared/protocol/views.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { ReasonField } from '../../parts/reason-field.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { endOfDay, timeZone, toLocalInput } from '../../parts/time-words.ts';
import { type Caller, CallerField, isProved } from './caller-field.tsx';
import { excusable, troubling } from './check-rows.ts';
import { shortestReason } from './lock-dialog.tsx';
import type { Actions } from './use-actions.ts';

interface ExcuseDialogProps {
  workstation: WorkstationDetail;
  actions: Actions;
  onClose: () => void;
}

type Length = 'hour' | 'day' | 'custom';
const hour = 3_600_000;

/** Mounted only while open, so that it starts from what troubles the workstation at that moment. */
export function ExcuseDialog({ workstation, actions, onClose }: ExcuseDialogProps) {
  const voice = useVoice();
  const { workstation: own, frame } = voice.words;
  const { excuse: words } = own;
  const [openedAt] = useState(() => new Date());
  const [chosen, setChosen] = useState<CheckId[]>(() => troubling(workstation));
  const [length, setLength] = useState<Length>('hour');
  const [custom, setCustom] = useState(() => toLocalInput(new Date(openedAt.getTime() + 4 * hour)));
  const [reason, setReason] = useState('');
  const [caller, setCaller] = useState<Caller>({ code: '', override: false });
  const until = endOf(length, openedAt, custom);
  const isPast = until === undefined || until.getTime() <= openedAt.getTime();
  const clockOf = (choice: Length) =>
    voice.clock((endOf(choice, openedAt, '') ?? openedAt).toISOString(), openedAt.getTime());
  const submit = () => {
    if (!until) return;
    const { code, override } = caller;
    const proof = override ? { override } : { override, callerCode: code };
    actions.excuseNow({ checks: chosen, until: until.toISOString(), reason, ...proof }, onClose);
  };
  return (
    <FormDialog
      title={voice.fill(words.title, { who: workstation.person ?? workstation.hostName })}
      onClose={onClose}
      onSubmit={submit}
      submit={own.actions.excuse}
      disabled={chosen.length === 0 || isPast || !isProved(caller) || reason.trim().length < shortestReason}
      pending={actions.excuse.isPending}
      error={actions.excuse.error}
    >
      <Checkbox.Group
        label={words.checks}
        description={words.checksAbout}
        value={chosen}
        onChange={(values) => setChosen(values as CheckId[])}
      >
        <Stack gap={6} mt={6}>
          {excusable(workstation).map((id) => (
            <Checkbox key={id} value={id} label={voice.title(id)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Radio.Group
        label={words.length}
        description={voice.fill(frame.times.zone, { zone: timeZone })}
        value={length}
        onChange={(value) => setLength(value as Length)}
      >
        <Stack gap={6} mt={6}>
          <Radio value="hour" label={voice.fill(words.hour, { time: clockOf('hour') })} />
          <Radio value="day" label={voice.fill(words.day, { time: clockOf('day') })} />
          <Group gap="sm">
            <Radio value="custom" label={words.until} id="excuse-custom" />
            <TextInput
              type="datetime-local"
              aria-label={words.end}
              min={toLocalInput(openedAt)}
              value={custom}
              onFocus={() => setLength('custom')}
              onChange={(event) => setCustom(event.currentTarget.value)}
              error={length === 'custom' && isPast ? frame.times.choosePast : undefined}
            />
          </Group>
        </Stack>
      </Radio.Group>
      <CallerField caller={caller} onChange={setCaller} />
      <ReasonField value={reason} onChange={setReason} />
      {until && !isPast && (
        <Text size="sm" c="dimmed">
          {voice.fill(words.ends, { time: voice.exactly(until.toISOString()) })}
        </Text>
      )}
    </FormDialog>
  );
}

/** Undefined while the field holds no complete time. */
function endOf(length: Length, openedAt: Date, custom: string): Date | undefined {
  if (length === 'hour') return new Date(openedAt.getTime() + hour);
  if (length === 'day') return endOfDay(openedAt);
  const typed = new Date(custom);
  return Number.isNaN(typed.getTime()) ? undefined : typed;
}
