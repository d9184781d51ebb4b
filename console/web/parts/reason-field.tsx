import { Textarea } from '@mantine/core';
import { useVoice } from './speech.tsx';

interface ReasonFieldProps {
  value: string;
  onChange: (reason: string) => void;
  description?: string;
}

/** The reason that every act upon somebody's access needs. */
export function ReasonField({ value, onChange, description }: ReasonFieldProps) {
  return (
    <Textarea
      label={useVoice().words.frame.dialog.reason}
      {...(description && { description })}
      data-autofocus
      required
      maxLength={300}
      autosize
      minRows={2}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
