import type { ConsoleWords } from '../words.ts';
import { frame } from './frame.ts';
import { overview } from './overview.ts';
import { reports } from './reports.ts';
import { signIn } from './sign-in.ts';

export { facts } from './facts.ts';
export { sentences } from './sentences.ts';

export const french: ConsoleWords = { frame, overview, reports, signIn };
