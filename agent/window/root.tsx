import { useDirection, useMantineColorScheme } from '@mantine/core';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Language } from '../../shared/words/language.ts';
import { App } from './app.tsx';
import { ModelProvider, model } from './model.ts';
import { SpeechProvider } from './parts/speech.tsx';
import { createVoice } from './voice.ts';
import { type AllWords, fetchWords, inEnglish } from './words/languages.ts';

/** What the main process tells, in the language and the look that the person chose. */
export function Root() {
  const state = useSyncExternalStore(model.subscribe, model.get);
  const words = useWords(state?.settings.language ?? 'en');
  const voice = useMemo(() => words && createVoice(words, navigator.languages), [words]);
  const { setDirection } = useDirection();
  const { setColorScheme } = useMantineColorScheme();
  const look = state?.settings.look;
  useEffect(() => {
    if (look) setColorScheme(look === 'system' ? 'auto' : look);
  }, [look, setColorScheme]);
  useEffect(() => {
    if (!voice) return;
    document.documentElement.lang = voice.language;
    setDirection(voice.direction);
  }, [voice, setDirection]);
  // Nothing is drawn in a language that the person did not choose.
  if (!state || !voice) return null;
  return (
    <ModelProvider value={state}>
      <SpeechProvider value={voice}>
        <App />
      </SpeechProvider>
    </ModelProvider>
  );
}

function useWords(language: Language): AllWords | undefined {
  const [words, setWords] = useState<AllWords>();
  useEffect(() => {
    let isCurrent = true;
    // The words are part of the window; English stands in should they fail to load all the same.
    fetchWords(language)
      .catch(() => inEnglish)
      .then((fetched) => isCurrent && setWords(fetched))
      .catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [language]);
  return words;
}
