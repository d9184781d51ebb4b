import type { InAnyLanguage } from '../../../shared/words/shape.ts';
import type { english } from './english/index.ts';

/** The console's texts in one language. */
export type ConsoleWords = InAnyLanguage<typeof english>;
