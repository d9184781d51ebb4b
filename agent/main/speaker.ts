import type { Language } from '../../shared/words/language.ts';
import { createVoice, type Voice } from '../window/voice.ts';
import { fetchWords, inEnglish } from '../window/words/languages.ts';

/** Speaks the person's language: the same words as the window. */
export class Speaker {
  readonly #tags: readonly string[];
  voice: Voice;

  constructor(tags: readonly string[]) {
    this.#tags = tags;
    this.voice = createVoice(inEnglish, tags);
  }

  async learn(language: Language): Promise<void> {
    if (language !== this.voice.language) this.voice = createVoice(await fetchWords(language), this.#tags);
  }
}
