import { z } from 'zod';
import { Duration, Instant, secondsBetween } from '../time.ts';
import { defineCheck, isUnknown, maybe, type Surroundings, type Verdict, wholeDays } from './define.ts';
import { endOfLife } from './end-of-life.ts';
import { compareVersions } from './versions.ts';

const Fact = z.object({
  /** Product in the words of the end-of-life table: `debian`, `ubuntu`, `fedora`, `windows`, `macos`. */
  product: z.string().max(40),
  /** The system's own name, for people: `Debian GNU/Linux 12 (bookworm)`. */
  name: z.string().max(120),
  /** Release within the product: `12`, `24.04`, `11-24h2-w`. */
  version: z.string().max(40),
  /** Full build: Debian point release, Windows build and revision, macOS build. Absent where the system has none. */
  build: z.string().max(60).optional(),
  kernel: z.string().max(80).optional(),
  /** Security updates offered and not installed. `since` is when this agent first saw the oldest of them missing. */
  security: maybe(
    z.object({ missing: z.int().nonnegative(), since: Instant.optional(), names: z.array(z.string().max(80)).max(5) }),
  ),
  /** When the list of offered updates was last fetched: an old list makes "nothing missing" worthless. */
  listsAt: maybe(Instant),
  /** When an update was last installed. */
  installedAt: maybe(Instant),
  reboot: maybe(z.object({ pending: z.boolean(), since: Instant.optional() })),
  automaticUpdates: maybe(z.boolean()),
});
type Fact = z.output<typeof Fact>;

const Settings = z.object({
  /** How long a security update may be offered and not installed. */
  maxUpdateAge: Duration.default(14 * 86_400),
  /** How old the list of offered updates may be. */
  maxListAge: Duration.default(14 * 86_400),
  /** How long a restart may be pending. */
  maxRebootPending: Duration.default(7 * 86_400),
  /** Which end of life counts: of standard support, of the vendor's long-term support, or none. */
  endOfLife: z.enum(['standard', 'long-term', 'ignore']).default('long-term'),
  /** Lowest accepted version per product, e.g. `{ ubuntu: "22.04" }`. */
  minimum: z.record(z.string(), z.string()).default({}),
  automaticUpdates: z.enum(['required', 'ignore']).default('ignore'),
});
type Settings = z.output<typeof Settings>;

type Code =
  | 'security-updates-missing'
  | 'lists-old'
  | 'restart-pending'
  | 'end-of-life'
  | 'below-minimum'
  | 'automatic-updates-off';
type Verdicts = Verdict<Code>[];

export const osPatch = defineCheck({
  id: 'os-patch',
  title: 'System updates',
  why: 'Known holes in an old system let others read what customers tell you.',
  fact: Fact,
  settings: Settings,
  evaluate: (fact, settings, around): Verdicts => [
    ...updates(fact, settings, around),
    ...lists(fact, settings, around),
    ...restart(fact, settings, around),
    ...support(fact, settings, around),
    ...minimum(fact, settings),
    ...automatic(fact, settings),
  ],
  describe(fact) {
    const missing = isUnknown(fact.security)
      ? 'security updates unknown'
      : `${fact.security.missing} security updates missing`;
    return [fact.name, fact.build, missing].filter(Boolean).join(' · ');
  },
  texts: {
    'security-updates-missing': {
      problem: 'Security updates are waiting: {count}, the oldest for {days} ({names}).',
      remedy: 'Install all updates now, in your system’s update settings.',
    },
    'lists-old': {
      problem: 'This PC last looked for updates {days} ago.',
      remedy: 'Let it look for updates now, in your system’s update settings.',
    },
    'restart-pending': {
      problem: 'Updates are installed but need a restart, for {days} now.',
      remedy: 'Save your work and restart the PC.',
    },
    'end-of-life': {
      problem: '{name} has had no security updates since {date}.',
      remedy: 'Ask helpdesk to move this PC to a supported version.',
    },
    'below-minimum': {
      problem: '{name} is older than your team allows (at least {minimum}).',
      remedy: 'Upgrade the system to version {minimum} or newer; helpdesk can assist.',
    },
    'automatic-updates-off': {
      problem: 'Automatic updates are switched off.',
      remedy: 'Switch on automatic updates in your software updater’s settings.',
    },
  },
});

function updates({ security }: Fact, settings: Settings, { now }: Surroundings): Verdicts {
  if (isUnknown(security)) return [unknown('security updates', security.cannotTell)];
  if (security.missing === 0 || security.since === undefined) return [];
  const age = secondsBetween(security.since, now);
  if (age < settings.maxUpdateAge) return [];
  const params = { count: security.missing, days: wholeDays(age), names: security.names.join(', ') };
  return [{ outcome: 'fail', code: 'security-updates-missing', params }];
}

function lists({ listsAt }: Fact, settings: Settings, { now }: Surroundings): Verdicts {
  if (isUnknown(listsAt)) return [unknown('age of the update list', listsAt.cannotTell)];
  const age = secondsBetween(listsAt, now);
  return age > settings.maxListAge ? [{ outcome: 'fail', code: 'lists-old', params: { days: wholeDays(age) } }] : [];
}

function restart({ reboot }: Fact, settings: Settings, { now }: Surroundings): Verdicts {
  if (isUnknown(reboot)) return [unknown('pending restart', reboot.cannotTell)];
  if (!reboot.pending || reboot.since === undefined) return [];
  const age = secondsBetween(reboot.since, now);
  if (age < settings.maxRebootPending) return [];
  return [{ outcome: 'fail', code: 'restart-pending', params: { days: wholeDays(age) } }];
}

function support({ product, version, name }: Fact, settings: Settings, { now }: Surroundings): Verdicts {
  if (settings.endOfLife === 'ignore') return [];
  const ends = endOfLife(product, version);
  if (!ends) return [unknown(`end of life of ${name}`, 'absent')];
  const date = settings.endOfLife === 'long-term' ? (ends.longTerm ?? ends.standard) : ends.standard;
  return date !== undefined && date < now.toISOString().slice(0, 10)
    ? [{ outcome: 'fail', code: 'end-of-life', params: { name, date } }]
    : [];
}

function minimum({ product, version, name }: Fact, settings: Settings): Verdicts {
  const lowest = settings.minimum[product];
  if (lowest === undefined || compareVersions(version, lowest) >= 0) return [];
  return [{ outcome: 'fail', code: 'below-minimum', params: { name, minimum: lowest } }];
}

function automatic({ automaticUpdates }: Fact, settings: Settings): Verdicts {
  if (settings.automaticUpdates === 'ignore' || automaticUpdates === true) return [];
  if (isUnknown(automaticUpdates)) return [unknown('automatic updates', automaticUpdates.cannotTell)];
  return [{ outcome: 'fail', code: 'automatic-updates-off' }];
}

function unknown(what: string, code: Extract<Verdicts[number], { outcome: 'cannot-tell' }>['code']): Verdicts[number] {
  return { outcome: 'cannot-tell', code, params: { what } };
}
