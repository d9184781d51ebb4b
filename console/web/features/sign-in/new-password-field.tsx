import { PasswordInput } from '@mantine/core';

/** The shortest password that the console takes. */
export const shortestPassword = 12;

interface NewPasswordFieldProps {
  label?: string;
  value: string;
  onChange: (value: string) => void;
}

/** A password being chosen: it says how many letters are missing, and no more. */
export function NewPasswordField({ label = 'Password', value, onChange }: NewPasswordFieldProps) {
  return (
    <PasswordInput
      label={label}
      description={passwordHint(value.length)}
      autoComplete="new-password"
      required
      withAsterisk={false}
      minLength={shortestPassword}
      maxLength={200}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function passwordHint(length: number): string {
  if (length === 0) return `At least ${shortestPassword} characters; a few words in a row are best.`;
  return length < shortestPassword ? `${shortestPassword - length} more to go.` : 'Long enough.';
}
