import { PasswordField } from '../../parts/password-field.tsx';
import { useVoice } from '../../parts/speech.tsx';
import type { Voice } from '../../voice.ts';

/** The shortest password that the console takes. */
export const shortestPassword = 12;

interface NewPasswordFieldProps {
  label?: string;
  value: string;
  onChange: (value: string) => void;
}

/** A password being chosen: it says how many letters are missing, and no more. */
export function NewPasswordField({ label, value, onChange }: NewPasswordFieldProps) {
  const voice = useVoice();
  return (
    <PasswordField
      label={label ?? voice.words.signIn.password}
      description={passwordHint(value.length, voice)}
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

function passwordHint(length: number, voice: Voice): string {
  const { empty, more, enough } = voice.words.signIn.newPassword;
  if (length === 0) return voice.fill(empty, { shortest: shortestPassword });
  return length < shortestPassword ? voice.count(more, shortestPassword - length) : enough;
}
