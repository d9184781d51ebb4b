import { z } from 'zod';
import { Duration } from '../time.ts';
import { defineCheck, hidden, isUnknown, maybe, type Surroundings, type Verdict } from './define.ts';

const Fact = z.object({
  /** Whether the clock is set to follow a time server. */
  automatic: maybe(z.boolean()),
  /** Whether it does so now, by the system's own word. */
  synchronised: maybe(z.boolean()),
});
type Fact = z.output<typeof Fact>;

const Settings = z.object({
  /** How far the clock may be off. */
  maxSkew: Duration.default(120),
  automatic: z.enum(['required', 'ignore']).default('required'),
});
type Settings = z.output<typeof Settings>;

type Code = 'clock-off' | 'automatic-off' | 'not-synchronised';
type Verdicts = Verdict<Code>[];

export const timeSync = defineCheck({
  id: 'time-sync',
  title: 'Clock',
  why: 'Calls and payments are only proof of something when their times are right.',
  fact: Fact,
  settings: Settings,
  evaluate: (fact, settings, around): Verdicts => [...skew(fact, settings, around), ...automatic(fact, settings)],
  describe({ automatic, synchronised }) {
    const set = isUnknown(automatic) ? 'setting unknown' : automatic ? 'set automatically' : 'set by hand';
    if (isUnknown(synchronised)) return set;
    return `${set} · ${synchronised ? 'in step' : 'not in step'} with its time server`;
  },
  texts: {
    'clock-off': {
      problem: 'The clock of this PC is wrong by {minutes}.',
      remedy: 'Switch on “Set time automatically” in the date and time settings.',
    },
    'automatic-off': {
      problem: 'The clock of this PC is set by hand.',
      remedy: 'Switch on “Set time automatically” in the date and time settings.',
    },
    'not-synchronised': {
      problem: 'The clock of this PC is not in step with its time server.',
      remedy: 'Check that this PC is online; in the date and time settings, choose “Sync now”.',
    },
  },
});

/** What the console measured decides; the system's own word only stands in for it. */
function skew({ synchronised }: Fact, { maxSkew }: Settings, { clockSkew }: Surroundings): Verdicts {
  if (clockSkew !== undefined) {
    const off = Math.abs(clockSkew);
    return off > maxSkew ? [{ outcome: 'fail', code: 'clock-off', params: { minutes: Math.ceil(off / 60) } }] : [];
  }
  if (isUnknown(synchronised)) return [hidden('how right the clock is', synchronised)];
  return synchronised ? [] : [{ outcome: 'fail', code: 'not-synchronised' }];
}

function automatic(fact: Fact, settings: Settings): Verdicts {
  if (settings.automatic === 'ignore' || fact.automatic === true) return [];
  if (isUnknown(fact.automatic)) return [hidden('whether the clock sets itself', fact.automatic)];
  return [{ outcome: 'fail', code: 'automatic-off' }];
}
