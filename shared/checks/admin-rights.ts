import { z } from 'zod';
import { defineCheck, hidden, isUnknown, maybe, type Verdict } from './define.ts';

/**
 * What the person at work may do to the system. `with-consent`: everything, after a question or a password (UAC, sudo, a
 * Mac's administrator). `always`: everything, without being asked (root, UAC off, sudo without a password).
 */
const Rights = z.enum(['ordinary', 'with-consent', 'always']);

const Fact = z.object({
  rights: maybe(Rights),
  /** Groups that give them, by the name or number that the system itself gave them: `sudo`, `wheel`, `S-1-5-32-544`. */
  by: z.array(z.string().max(40)).max(4),
});

const Settings = z.object({
  /** The most that the person may be allowed to do. */
  most: Rights.default('ordinary'),
});

type Code = 'administrator' | 'always-administrator';

export const adminRights = defineCheck({
  id: 'admin-rights',
  title: 'Administrator rights',
  why: 'What you open by mistake can do no more than you are allowed to.',
  fact: Fact,
  settings: Settings,
  evaluate({ rights }, { most }): Verdict<Code>[] {
    if (most === 'always') return [];
    if (isUnknown(rights)) return [hidden('the rights of your account', rights)];
    if (Rights.options.indexOf(rights) <= Rights.options.indexOf(most)) return [];
    return [{ outcome: 'fail', code: rights === 'always' ? 'always-administrator' : 'administrator' }];
  },
  describe({ rights, by }) {
    const via = by.length > 0 ? ` (${by.join(', ')})` : '';
    if (isUnknown(rights)) return 'rights unknown';
    const words = { ordinary: 'ordinary account', 'with-consent': 'administrator', always: 'administrator, unasked' };
    return `${words[rights]}${via}`;
  },
  texts: {
    administrator: {
      problem: 'You work with an administrator account.',
      remedy: 'Make a second, ordinary account for work and use that one; helpdesk can assist.',
    },
    'always-administrator': {
      problem: 'Every program on this PC may change everything without asking you.',
      remedy: 'Switch the system’s questions back on (User Account Control on Windows), or use an ordinary account.',
    },
  },
});
