import { Checkbox, Stack, TextInput } from '@mantine/core';
import { useVoice } from '../../parts/speech.tsx';
import { useMay } from '../sign-in/use-may.ts';

/** How helpdesk knows that the right person asks. */
export interface Caller {
  readonly code: string;
  readonly override: boolean;
}

export function isProved({ code, override }: Caller): boolean {
  return override || /^\d{3} ?\d{3}$/.test(code.trim());
}

interface CallerFieldProps {
  caller: Caller;
  onChange: (caller: Caller) => void;
}

/** Asks for the code that the person reads from their tray; supervisors may go without it. */
export function CallerField({ caller, onChange }: CallerFieldProps) {
  const { caller: words } = useVoice().words.workstation;
  const mayOverride = useMay('supervise');
  return (
    <Stack gap={6}>
      <TextInput
        label={words.code}
        description={words.about}
        inputMode="numeric"
        autoComplete="off"
        disabled={caller.override}
        value={caller.code}
        onChange={(event) => onChange({ ...caller, code: event.currentTarget.value })}
      />
      {mayOverride && (
        <Checkbox
          label={words.override}
          checked={caller.override}
          onChange={(event) => onChange({ ...caller, override: event.currentTarget.checked })}
        />
      )}
    </Stack>
  );
}
