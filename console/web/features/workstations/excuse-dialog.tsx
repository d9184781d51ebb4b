import { Checkbox, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CheckId } from '../../../../shared/checks/index.ts';
import type { WorkstationDetail } from '../../../../shared/protocol/views.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { ReasonField } from '../../parts/reason-field.tsx';
import { endOfDay, sayClock, sayExactly, timeZone, toLocalInput } from '../../parts/time-words.ts';
import { checkTitle } from '../../parts/words.ts';
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
  const [openedAt] = useState(() => new Date());
  const [chosen, setChosen] = useState<CheckId[]>(() => troubling(workstation));
  const [length, setLength] = useState<Length>('hour');
  const [custom, setCustom] = useState(() => toLocalInput(new Date(openedAt.getTime() + 4 * hour)));
  const [reason, setReason] = useState('');
  const [caller, setCaller] = useState<Caller>({ code: '', override: false });
  const until = endOf(length, openedAt, custom);
  const isPast = until === undefined || until.getTime() <= openedAt.getTime();
  const submit = () => {
    if (!until) return;
    const { code, override } = caller;
    const proof = override ? { override } : { override, callerCode: code };
    actions.excuseNow({ checks: chosen, until: until.toISOString(), reason, ...proof }, onClose);
  };
  return (
    <FormDialog
      title={`Excuse ${workstation.person ?? workstation.hostName}`}
      onClose={onClose}
      onSubmit={submit}
      submit="Excuse"
      disabled={chosen.length === 0 || isPast || !isProved(caller) || reason.trim().length < shortestReason}
      pending={actions.excuse.isPending}
      error={actions.excuse.error}
    >
      <Checkbox.Group
        label="From which checks"
        description="Until the excuse ends, they neither warn nor lock."
        value={chosen}
        onChange={(values) => setChosen(values as CheckId[])}
      >
        <Stack gap={6} mt={6}>
          {excusable(workstation).map((id) => (
            <Checkbox key={id} value={id} label={checkTitle(id)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Radio.Group
        label="Until when"
        description={`Times are in ${timeZone}.`}
        value={length}
        onChange={(value) => setLength(value as Length)}
      >
        <Stack gap={6} mt={6}>
          <Radio value="hour" label={`For 1 hour, until ${clockOf('hour', openedAt)}`} />
          <Radio value="day" label={`Until the end of today, ${clockOf('day', openedAt)}`} />
          <Group gap="sm">
            <Radio value="custom" label="Until" id="excuse-custom" />
            <TextInput
              type="datetime-local"
              aria-label="End of the excuse"
              min={toLocalInput(openedAt)}
              value={custom}
              onFocus={() => setLength('custom')}
              onChange={(event) => setCustom(event.currentTarget.value)}
              error={length === 'custom' && isPast ? 'Choose a time to come.' : undefined}
            />
          </Group>
        </Stack>
      </Radio.Group>
      <CallerField caller={caller} onChange={setCaller} />
      <ReasonField value={reason} onChange={setReason} />
      {until && !isPast && (
        <Text size="sm" c="dimmed">
          Ends by itself on {sayExactly(until.toISOString())}.
        </Text>
      )}
    </FormDialog>
  );
}

function clockOf(length: Length, openedAt: Date): string {
  const end = endOf(length, openedAt, '') ?? openedAt;
  return sayClock(end.toISOString(), openedAt.getTime());
}

/** Undefined while the field holds no complete time. */
function endOf(length: Length, openedAt: Date, custom: string): Date | undefined {
  if (length === 'hour') return new Date(openedAt.getTime() + hour);
  if (length === 'day') return endOfDay(openedAt);
  const typed = new Date(custom);
  return Number.isNaN(typed.getTime()) ? undefined : typed;
}
