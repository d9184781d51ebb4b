import { z } from 'zod';
import { Duration, Instant, secondsBetween } from '../time.ts';
import { defineCheck, hidden, isUnknown, maybe, type Surroundings, type Verdict, wholeDays } from './define.ts';
import { compareVersions } from './versions.ts';

/** What the agent asks the system for. Only what the system of this PC knows is listed. */
const Permission = z.enum(['location', 'full-disk-access', 'notifications', 'autostart']);
type Permission = z.infer<typeof Permission>;

/** Where the key that proves this PC lies: in a chip, in the system's key store, or in a file of its own. */
const KeyPlace = z.enum(['file', 'key-store', 'hardware']);

const Fact = z.object({
  /** Of the agent. */
  version: z.string().max(40),
  /** `ready`: downloaded, waits for a restart of the agent. `since`: when this agent first knew of it. */
  update: maybe(
    z.object({ state: z.enum(['current', 'available', 'ready', 'failed', 'off']), since: Instant.optional() }),
  ),
  /** Whether the agent's own files are those that were shipped. */
  files: maybe(z.enum(['intact', 'changed'])),
  permissions: z.array(z.object({ name: Permission, granted: maybe(z.boolean()) })).max(8),
  key: maybe(KeyPlace),
});
type Fact = z.output<typeof Fact>;

const Settings = z.object({
  /** Lowest accepted version; empty accepts every one. */
  minimum: z.string().max(40).default(''),
  /** How long a newer version may wait to be installed. */
  maxUpdateAge: Duration.default(14 * 86_400),
  files: z.enum(['required', 'ignore']).default('required'),
  /** Permissions that must be granted, where the system knows them. */
  permissions: z.array(Permission).default([]),
  /** The least place for the key. */
  key: KeyPlace.default('file'),
});
type Settings = z.output<typeof Settings>;

type Code = 'old-version' | 'update-waiting' | 'files-changed' | 'permission-missing' | 'weak-key';
type Verdicts = Verdict<Code>[];

const names: Readonly<Record<Permission, string>> = {
  location: 'Location',
  'full-disk-access': 'Full Disk Access',
  notifications: 'Notifications',
  autostart: 'Start with the PC',
};

export const agentHealth = defineCheck({
  id: 'agent-health',
  title: 'Shiftgate itself',
  why: 'Only an agent that is whole and up to date can vouch for this PC.',
  fact: Fact,
  settings: Settings,
  evaluate: (fact, settings, around): Verdicts => [
    ...version(fact, settings),
    ...update(fact, settings, around),
    ...files(fact, settings),
    ...permissions(fact, settings),
    ...key(fact, settings),
  ],
  describe({ version, files, key }) {
    const whole = isUnknown(files) ? 'files unknown' : `files ${files}`;
    return `version ${version} · ${whole} · key in ${isUnknown(key) ? 'an unknown place' : key}`;
  },
  texts: {
    'old-version': {
      problem: 'Shiftgate on this PC is too old ({version}; at least {minimum}).',
      remedy: 'Restart Shiftgate so that it updates itself, or install the newest version.',
    },
    'update-waiting': {
      problem: 'An update of Shiftgate has been waiting for {days}.',
      remedy: 'Quit Shiftgate and start it again.',
    },
    'files-changed': {
      problem: 'Files of Shiftgate on this PC have been changed.',
      remedy: 'Install Shiftgate again; ask helpdesk for the link.',
    },
    'permission-missing': {
      problem: 'Shiftgate is not allowed to use: {names}.',
      remedy: 'Allow it in the privacy settings of this PC.',
    },
    'weak-key': {
      problem: 'The key that proves this PC is not kept safely enough.',
      remedy: 'Ask helpdesk; a PC with a security chip may be needed.',
    },
  },
});

function version({ version: own }: Fact, { minimum }: Settings): Verdicts {
  if (minimum === '' || compareVersions(own, minimum) >= 0) return [];
  return [{ outcome: 'fail', code: 'old-version', params: { version: own, minimum } }];
}

/** An agent that cannot look for updates is no fault of the person; `minimum` holds it to a version. */
function update({ update }: Fact, { maxUpdateAge }: Settings, { now }: Surroundings): Verdicts {
  if (isUnknown(update) || update.since === undefined) return [];
  if (update.state === 'current' || update.state === 'off') return [];
  const age = secondsBetween(update.since, now);
  return age < maxUpdateAge ? [] : [{ outcome: 'fail', code: 'update-waiting', params: { days: wholeDays(age) } }];
}

function files({ files }: Fact, settings: Settings): Verdicts {
  if (settings.files === 'ignore' || files === 'intact') return [];
  return isUnknown(files) ? [hidden('the files of Shiftgate', files)] : [{ outcome: 'fail', code: 'files-changed' }];
}

function permissions(fact: Fact, settings: Settings): Verdicts {
  const asked = fact.permissions.filter(({ name }) => settings.permissions.includes(name));
  const refused = asked.filter(({ granted }) => granted === false).map(({ name }) => names[name]);
  const doubtful = asked.flatMap(({ name, granted }) => (isUnknown(granted) ? [hidden(names[name], granted)] : []));
  if (refused.length === 0) return doubtful;
  return [{ outcome: 'fail', code: 'permission-missing', params: { names: refused.join(', ') } }, ...doubtful];
}

function key({ key }: Fact, settings: Settings): Verdicts {
  if (settings.key === 'file') return [];
  if (isUnknown(key)) return [hidden('where the key of this PC is kept', key)];
  const isSafe = KeyPlace.options.indexOf(key) >= KeyPlace.options.indexOf(settings.key);
  return isSafe ? [] : [{ outcome: 'fail', code: 'weak-key' }];
}
