import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useVoice } from './speech.tsx';

/** What came of a button, read out once. It stands ready while empty, so that screen readers hear it fill. */
export function Done({ children }: { children: ReactNode }) {
  return (
    <p role="status" className="dimmed" style={{ width: '100%' }} hidden={!children}>
      {children}
    </p>
  );
}

/** Why what a person wanted to do did not work, beside the button they pressed. */
export function Trouble({ reason }: { reason: string | undefined }) {
  const voice = useVoice();
  if (reason === undefined) return null;
  return (
    <p role="alert" className="trouble">
      <IconAlertTriangle size={18} aria-hidden />
      {voice.fill(voice.words.failed.any, { reason })}
    </p>
  );
}
