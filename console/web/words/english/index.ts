import { frame } from './frame.ts';
import { overview } from './overview.ts';
import { signIn } from './sign-in.ts';

export const english = { frame, overview, signIn };
