import type { InAnyLanguage } from '../../../shared/words/shape.ts';
import type { english } from './english.ts';

/** The window's texts in one language. */
export type WindowWords = InAnyLanguage<typeof english>;
