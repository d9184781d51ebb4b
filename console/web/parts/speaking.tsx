import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { createVoice } from '../voice.ts';
import { type AllWords, fetchWords, inEnglish, keepLanguage, languageNow } from '../words/languages.ts';
import { SpeechProvider } from './speech.tsx';

/** The page in the language that the person chose, or that their browser asks for. */
export function Speaking({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(languageNow);
  const [all, setAll] = useState<AllWords | undefined>(language === 'en' ? inEnglish : undefined);
  useEffect(() => {
    let isCurrent = true;
    // English stands in when the other words cannot be fetched.
    void fetchWords(language)
      .catch(() => inEnglish)
      .then((fetched) => isCurrent && setAll(fetched));
    return () => {
      isCurrent = false;
    };
  }, [language]);
  const speech = useMemo(
    () =>
      all && {
        voice: createVoice(all, navigator.languages),
        choose(chosen: typeof language) {
          keepLanguage(chosen);
          setLanguage(chosen);
        },
      },
    [all],
  );
  const spoken = speech?.voice.language;
  useEffect(() => {
    if (spoken) document.documentElement.lang = spoken;
  }, [spoken]);
  // Nothing is drawn in a language that the person did not ask for.
  return speech && <SpeechProvider value={speech}>{children}</SpeechProvider>;
}
