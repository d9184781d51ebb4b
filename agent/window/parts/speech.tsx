import { createContext, useContext } from 'react';
import type { Voice } from '../voice.ts';
import { useNow } from './clock.ts';

const SpeechContext = createContext<Voice | undefined>(undefined);

export const SpeechProvider = SpeechContext.Provider;

/** The language that the window speaks. */
export function useVoice(): Voice {
  const voice = useContext(SpeechContext);
  if (!voice) throw new Error('useVoice is called outside the SpeechProvider');
  return voice;
}

/** A point in time: `16:30`, `Tue 16:30` or `3 Nov, 16:30`; to the second on hover. */
export function At({ at }: { at: string }) {
  const voice = useVoice();
  const now = useNow(60_000);
  return (
    <time dateTime={at} title={voice.exactly(at)}>
      {voice.clock(at, now)}
    </time>
  );
}
