import { z } from 'zod';
import { Duration } from '../time.ts';
import { defineCheck, hidden, isUnknown, maybe, type Verdict } from './define.ts';

const Seconds = z.int().min(0).max(31_536_000);

const Fact = z.object({
  /** Seconds without a key or the mouse until the screen goes off or is covered. Where several ways lead there, the earliest that locks. */
  idle: maybe(z.union([Seconds, z.literal('never')])),
  /** Whether a password (or fingerprint, or PIN) is asked for afterwards. */
  password: maybe(z.boolean()),
  /** Seconds after that in which it is not asked for yet. */
  grace: maybe(Seconds),
});

const Settings = z.object({
  /** The longest time without anybody at the PC until a password is needed. */
  maxIdle: Duration.default(15 * 60),
});

type Code = 'never' | 'too-late' | 'no-password';

export const screenLock = defineCheck({
  id: 'screen-lock',
  title: 'Screen lock',
  why: 'When you leave your desk, nobody else should see or use what is open.',
  fact: Fact,
  settings: Settings,
  evaluate({ idle, password, grace }, { maxIdle }): Verdict<Code>[] {
    if (password === false) return [{ outcome: 'fail', code: 'no-password' }];
    if (idle === 'never') return [{ outcome: 'fail', code: 'never', params: { minutes: wholeMinutes(maxIdle) } }];
    if (isUnknown(idle)) return [hidden('when the screen locks', idle)];
    const known = idle + (isUnknown(grace) ? 0 : grace);
    if (known > maxIdle) {
      const params = { minutes: Math.ceil(known / 60), mostMinutes: wholeMinutes(maxIdle) };
      return [{ outcome: 'fail', code: 'too-late', params }];
    }
    if (isUnknown(password)) return [hidden('whether the screen asks for a password', password)];
    return isUnknown(grace) ? [hidden('how soon the screen asks for a password', grace)] : [];
  },
  describe({ idle, password, grace }) {
    const when = isUnknown(idle) ? 'time unknown' : idle === 'never' ? 'never' : `after ${idle + graceOf(grace)} s`;
    const asks = isUnknown(password) ? 'password unknown' : password ? 'with a password' : 'without a password';
    return `locks ${when} · ${asks}`;
  },
  texts: {
    never: {
      problem: 'The screen of this PC never locks by itself.',
      remedy: 'Set the screen to lock after {minutes} at most, in the display or security settings.',
    },
    'too-late': {
      problem: 'The screen locks only after {minutes}.',
      remedy: 'Set it to {mostMinutes} or less, in the display or security settings.',
    },
    'no-password': {
      problem: 'The screen opens again without a password.',
      remedy: 'Switch on “Ask for a password” for when the screen wakes up.',
    },
  },
});

function graceOf(grace: z.output<typeof Fact>['grace']): number {
  return isUnknown(grace) ? 0 : grace;
}

function wholeMinutes(seconds: number): number {
  return Math.floor(seconds / 60);
}
