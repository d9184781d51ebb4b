import type { Excuse, Lock, Workstation } from '../../../console/server/features/workstations/roster.ts';
import { addSeconds } from '../../../shared/time.ts';
import type { Facts, Pc } from './pcs.ts';
import type { Random } from './random.ts';
import { drawTrouble, type Trouble, troubles } from './troubles.ts';

/** Something that happens to a workstation at a time: other facts, or what people do about it. */
export interface Step {
  readonly at: string;
  readonly facts?: Facts;
  /** Nothing was heard of it at that time. */
  readonly isSilent?: boolean;
  change?(workstation: Workstation): void;
}

export interface Scene {
  readonly pc: Pc;
  readonly now: Date;
  /** Its work goes through the company's line. */
  readonly vpn: boolean;
}

const hour = 3_600;
const day = 24 * hour;
/** Seconds that the policies of the fleet give to silence. */
const lease = day;
/** Every step is so many seconds ago: the last report is newer. */
const settled = 20 * 60;
/** Seconds: whatever is over was over by then. */
const recent = 6 * day;

interface Fate {
  readonly weight: number;
  steps(scene: Scene, random: Random): Step[];
}

/** What has become of the workstations; weights are thousandths of the fleet. */
const fates: readonly Fate[] = [
  { weight: 916.3, steps: () => [] },
  {
    // Locked, at once or since their time is up.
    weight: 20,
    steps: (scene, random) => [
      begin(
        scene,
        random,
        (trouble) => (trouble.within ?? 0) + random.whole(settled, trouble.within ? 2 * day : 9 * hour),
      ),
    ],
  },
  {
    // Warned: it locks when the time is up.
    weight: 30,
    steps: (scene, random) => [
      begin(scene, random, ({ within = 0 }) => random.whole(settled, within - settled), 'later'),
    ],
  },
  {
    // Excused from what would lock them.
    weight: 6,
    steps(scene, random) {
      const { trouble, ...step } = begin(
        scene,
        random,
        ({ within = 0 }) => within / 2 + random.whole(settled, 9 * hour),
      );
      const excuse: Excuse = {
        ...{ id: `excuse_${random.text(12)}`, checks: [trouble.check], by: 'Ines Adler' },
        ...{ at: addSeconds(step.at, 240), until: addSeconds(scene.now, random.whole(hour, 5 * day)) },
        reason: random.pick([
          'Waits for a new router.',
          'The update fails; a technician calls.',
          'A new PC is on its way.',
        ]),
      };
      return [step, { at: excuse.at, change: ({ excuses }) => excuses.push(excuse) }];
    },
  },
  {
    // Out of contact for longer than the lease.
    weight: 25,
    steps({ now }, random) {
      const since = addSeconds(now, -random.whole(lease + hour, recent));
      return [{ at: since }, { at: addSeconds(since, lease), isSilent: true }];
    },
  },
  {
    // Locked by hand.
    weight: 1,
    steps({ now }, random) {
      const at = addSeconds(now, -random.whole(hour, 3 * day));
      const lock: Lock = { id: `lock_${random.text(12)}`, reason: 'Notebook reported stolen.', by: 'Ines Adler', at };
      return [{ at, change: ({ locks }) => locks.push(lock) }];
    },
  },
  { weight: 0.5, steps: (scene) => enrolmentIs('awaiting-approval', scene) },
  { weight: 0.2, steps: (scene) => enrolmentIs('quarantined', scene) },
  { weight: 1, steps: (scene) => enrolmentIs('revoked', scene) },
];

/** What has become of one workstation, in the order in which it happened. */
export function drawFate(scene: Scene, random: Random): Step[] {
  const steps = random.weighted(fates).steps(scene, random);
  const isRecent = steps.every(({ at }) => at > addSeconds(scene.now, -recent));
  return isRecent && random.chance(0.3) ? [...pastTrouble(scene, random), ...steps] : steps;
}

/** Something that went wrong in the last fortnight and was mended. */
function pastTrouble(scene: Scene, random: Random): Step[] {
  const { at, facts } = begin(scene, random, () => random.whole(recent + 2 * day, 13 * day));
  return [
    { at, facts },
    { at: addSeconds(at, random.whole(600, 1.9 * day)), facts: scene.pc.facts },
  ];
}

function begin(scene: Scene, random: Random, age: (trouble: Trouble) => number, locks: 'now' | 'later' = 'now') {
  const kinds = troubles.filter(
    ({ check, within }) => (check !== 'vpn' || scene.vpn) && (locks === 'now' || within !== undefined),
  );
  return drawTrouble(scene.pc, { kinds, at: (trouble) => addSeconds(scene.now, -Math.round(age(trouble))) }, random);
}

function enrolmentIs(enrolment: Workstation['enrolment'], { now }: Scene): Step[] {
  const change = (workstation: Workstation) => {
    workstation.enrolment = enrolment;
  };
  return [{ at: addSeconds(now, -2 * hour), change }];
}
