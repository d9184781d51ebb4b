import { frame } from './frame.ts';
import { overview } from './overview.ts';
import { reports } from './reports.ts';
import { signIn } from './sign-in.ts';

export const english = { frame, overview, reports, signIn };
