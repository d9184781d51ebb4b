import { z } from 'zod';
import { defineCheck, hidden, isUnknown, maybe, type Verdict } from './define.ts';

/**
 * `on`: everything is encrypted and the key is guarded. `suspended`: encrypted, but the key lies open beside the data
 * (BitLocker paused, or not activated yet). `encrypting` and `decrypting` are under way. `locked`: no key was given since
 * the start.
 */
const State = z.enum(['on', 'encrypting', 'suspended', 'decrypting', 'off', 'locked']);

const Volume = z.object({
  /** Where people meet it: `C:`, `/`, `/home`. Never its label, which people choose. */
  mount: z.string().max(80),
  /** What lies on it. The volume of the system holds the person's files too where no other one is their `home`. */
  holds: z.enum(['system', 'home', 'data']),
  state: maybe(State),
  /** How: `bitlocker`, `filevault`, `luks2`, `luks1`, `zfs`, `fscrypt`. */
  by: z.string().max(40).optional(),
  /** Share that is encrypted already, while it is under way. */
  percent: z.number().min(0).max(100).optional(),
});
type Volume = z.output<typeof Volume>;

const Fact = z.object({
  /** Volumes on built-in disks; removable ones belong to `removable-media`. */
  volumes: z.array(Volume).max(32),
});

const Settings = z.object({
  /** `home`: the person's files. `system`: the system and the files. `built-in`: every volume of every built-in disk. */
  cover: z.enum(['home', 'system', 'built-in']).default('system'),
  /** Whether encryption that is still under way counts as done. */
  underWay: z.enum(['accept', 'refuse']).default('accept'),
  /** Whether paused protection counts as protection. */
  suspended: z.enum(['accept', 'refuse']).default('refuse'),
});
type Settings = z.output<typeof Settings>;

type Code = 'not-encrypted' | 'under-way' | 'suspended' | 'decrypting';
type Verdicts = Verdict<Code>[];

export const diskEncryption = defineCheck({
  id: 'disk-encryption',
  title: 'Disk encryption',
  why: 'Without it, whoever finds or steals this PC can read what customers told you.',
  fact: Fact,
  settings: Settings,
  evaluate({ volumes }, settings): Verdicts {
    const covered = coveredBy(volumes, settings.cover);
    if (covered.length === 0) return [hidden('the disk of the system', { cannotTell: 'absent' })];
    return covered.flatMap((volume) => judge(volume, settings));
  },
  describe({ volumes }) {
    const said = volumes.map(({ mount, state, by }) => {
      const word = isUnknown(state) ? 'unknown' : state;
      return by === undefined || word === 'off' ? `${mount} ${word}` : `${mount} ${word} (${by})`;
    });
    return said.join(' · ') || 'no built-in disk seen';
  },
  texts: {
    'not-encrypted': {
      problem: 'The disk {mount} of this PC is not encrypted.',
      remedy:
        'Switch on disk encryption (BitLocker or Device encryption on Windows, FileVault on a Mac). On Linux, ask helpdesk.',
    },
    'under-way': {
      problem: 'The disk {mount} is still being encrypted.',
      remedy: 'Leave this PC on and plugged in until it is done.',
    },
    suspended: {
      problem: 'The encryption of the disk {mount} is paused, so that anybody could open it.',
      remedy: 'Open the encryption settings of this PC and choose “Resume protection” or “Turn on”.',
    },
    decrypting: {
      problem: 'The encryption of the disk {mount} is being removed.',
      remedy: 'Switch disk encryption on again.',
    },
  },
});

/** Whatever holds the person's files: a volume of its own, or the one of the system. */
function coveredBy(volumes: readonly Volume[], cover: Settings['cover']): readonly Volume[] {
  if (cover === 'built-in') return volumes.some(({ holds }) => holds === 'system') ? volumes : [];
  const system = volumes.filter(({ holds }) => holds === 'system');
  const homes = volumes.filter(({ holds }) => holds === 'home');
  if (cover === 'home' && homes.length > 0) return homes;
  return system.length > 0 ? [...system, ...homes] : [];
}

function judge({ mount, state }: Volume, settings: Settings): Verdicts {
  if (isUnknown(state)) return [hidden(`the disk ${mount}`, state)];
  const fail = (code: Code): Verdicts => [{ outcome: 'fail', code, params: { mount } }];
  switch (state) {
    case 'on':
    // Nobody without the key can read it, the person included.
    case 'locked':
      return [];
    case 'encrypting':
      return settings.underWay === 'accept' ? [] : fail('under-way');
    case 'suspended':
      return settings.suspended === 'accept' ? [] : fail('suspended');
    case 'decrypting':
      return fail('decrypting');
    case 'off':
      return fail('not-encrypted');
  }
}
