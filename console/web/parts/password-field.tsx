import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useVoice } from './speech.tsx';

/** A field for a secret, with a button that shows it. */
export function PasswordField(props: PasswordInputProps) {
  const { dialog } = useVoice().words.frame;
  return <PasswordInput {...props} visibilityToggleButtonProps={{ 'aria-label': dialog.showPassword }} />;
}
