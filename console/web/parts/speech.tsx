import { createContext, createElement, Fragment, type ReactNode, useContext } from 'react';
import type { Voice } from '../voice.ts';
import type { ConsoleLanguage } from '../words/languages.ts';

interface Speech {
  readonly voice: Voice;
  choose(language: ConsoleLanguage): void;
}

const SpeechContext = createContext<Speech | undefined>(undefined);

export const SpeechProvider = SpeechContext.Provider;

export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (!speech) throw new Error('useSpeech is called outside the SpeechProvider');
  return speech;
}

/** The language that the page speaks. */
export function useVoice(): Voice {
  return useSpeech().voice;
}

interface PhraseProps {
  /** A text with `{names}`. */
  text: string;
  /** What stands in the place of each name. */
  with: Readonly<Record<string, ReactNode>>;
}

/** A text that holds more than text: a time that ticks, a link, a word in bold. */
export function Phrase({ text, with: parts }: PhraseProps) {
  // Splitting by a group leaves the names at the odd places.
  const pieces = text.split(/\{(\w+)\}/).map((piece, index) => (index % 2 === 1 ? parts[piece] : piece));
  return createElement(Fragment, null, ...pieces);
}
