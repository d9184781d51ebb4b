import { z } from 'zod';
import { defineCheck, hidden, isUnknown, maybe, type Verdict } from './define.ts';

const Fact = z.object({
  /** Whether the PC starts straight into somebody's desktop without a password. */
  on: maybe(z.boolean()),
});

type Code = 'on';

export const autoLogin = defineCheck({
  id: 'auto-login',
  title: 'Automatic login',
  why: 'A PC that starts without a password opens to whoever switches it on.',
  fact: Fact,
  settings: z.object({}),
  evaluate({ on }): Verdict<Code>[] {
    if (isUnknown(on)) return [hidden('automatic login', on)];
    return on ? [{ outcome: 'fail', code: 'on' }] : [];
  },
  describe: ({ on }) => (isUnknown(on) ? 'unknown' : on ? 'starts without a password' : 'asks for a password'),
  texts: {
    on: {
      problem: 'This PC starts without asking for a password.',
      remedy: 'Switch automatic login off in the settings of your account.',
    },
  },
});
