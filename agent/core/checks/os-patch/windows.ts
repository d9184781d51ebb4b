import type { FactOf } from '../../../../shared/checks/index.ts';
import type { Transcript } from '../../host/probe.ts';
import { batch, partOf } from '../../windows/batch.ts';
import { parseRegistry, type Registry } from '../../windows/registry.ts';
import { type Parsed, type ReaderContext, reader } from '../reader.ts';
import { findRelease } from './windows-release.ts';
import { findMissing } from './windows-updates.ts';

type Fact = FactOf<'os-patch'>;
type Name = 'version' | 'reboot' | 'settings' | 'updates';

const versionKey = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';
const servicing = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootPending';
const windowsUpdate = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update\\RebootRequired';
const policyKey = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate\\AU';
const settingsKey = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update';
const pauseKey = 'HKLM\\SOFTWARE\\Microsoft\\WindowsUpdate\\UX\\Settings';
const serviceKey = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\wuauserv';

/** The registry knows the build, which alone tells much; Windows Update itself knows what is waiting. */
export const osPatchWindows = reader<Fact, Name>({
  probes: {
    version: {
      kind: 'registry',
      keys: [
        {
          key: versionKey,
          values: [
            'ProductName',
            'CurrentBuild',
            'CurrentBuildNumber',
            'UBR',
            'DisplayVersion',
            'ReleaseId',
            'EditionID',
            'InstallationType',
          ],
        },
      ],
      why: 'which Windows this is, and how far it is updated',
    },
    reboot: {
      kind: 'registry',
      keys: [servicing, windowsUpdate].map((key) => ({ key, values: [] })),
      why: 'whether an update waits for a restart, and since when',
    },
    settings: {
      kind: 'registry',
      keys: [
        { key: policyKey, values: ['NoAutoUpdate', 'AUOptions'] },
        { key: settingsKey, values: ['AUOptions'] },
        { key: pauseKey, values: ['PauseUpdatesExpiryTime'] },
        { key: serviceKey, values: ['Start'] },
      ],
      why: 'whether updates are installed automatically',
    },
    updates: batch,
  },
  parse(transcripts, context): Parsed<Fact> {
    const version = parseRegistry(transcripts.version, versionKey);
    if ('cannotTell' in version) return version;
    if (version.state(versionKey) !== 'there') return version.trouble(versionKey);
    const release = findRelease(version, versionKey);
    if (release === undefined) return { cannotTell: 'unparsable', detail: 'no build in CurrentVersion' };
    const { revision, ...named } = release;
    const times = partOf(transcripts.updates, 'updateTimes');
    const reboot = readReboot(transcripts.reboot, 'cannotTell' in times ? undefined : times.restart);
    const waits = 'pending' in reboot && reboot.pending;
    const { security, memory } = findMissing(transcripts.updates, waits ? undefined : release, context);
    return {
      fact: {
        ...named,
        security,
        listsAt: 'cannotTell' in times ? times : timeOr(times.searched),
        installedAt: 'cannotTell' in times ? times : timeOr(times.installed),
        reboot,
        automaticUpdates: readAutomatic(transcripts.settings, context),
      },
      ...(memory && { memory }),
    };
  },
});

function timeOr(time: string | null | undefined): Fact['listsAt'] {
  return time ?? { cannotTell: 'absent', detail: 'Windows Update has not done it yet' };
}

/** `asked` is Windows Update's own answer. A key that is there came with the update that waits. */
function readReboot(transcript: Transcript, asked: boolean | undefined): Fact['reboot'] {
  const registry = parseRegistry(transcript, servicing);
  if ('cannotTell' in registry) return asked === undefined ? registry : { pending: asked };
  const keys = [servicing, windowsUpdate];
  const there = keys.filter((key) => registry.state(key) === 'there');
  if (there.length === 0) {
    const isUnread = keys.some((key) => registry.state(key) === 'unread');
    if (asked !== undefined) return { pending: asked };
    return isUnread ? { cannotTell: 'denied', detail: 'registry' } : { pending: false };
  }
  const since = there
    .map((key) => registry.changedAt(key))
    .filter((time) => time !== undefined)
    .sort()[0];
  return { pending: true, ...(since && { since }) };
}

/** Service start types: 2 automatic, 3 on demand, 4 disabled. */
const disabled = 4;

/** Windows 10 and 11 update by themselves unless somebody has said otherwise. */
function readAutomatic(transcript: Transcript, { now }: ReaderContext): Fact['automaticUpdates'] {
  const registry = parseRegistry(transcript, settingsKey);
  if ('cannotTell' in registry) return registry;
  const start = registry.number(serviceKey, 'Start');
  if (start === undefined) return { cannotTell: 'absent', detail: 'no Windows Update service' };
  return start !== disabled && !isSwitchedOff(registry) && !isPaused(registry, now);
}

/** AUOptions: 1 never, 2 asks before it downloads, 3 asks before it installs; 4, 5 and 7 install. The policy wins. */
function isSwitchedOff(registry: Registry): boolean {
  if (registry.number(policyKey, 'NoAutoUpdate') === 1) return true;
  const option = registry.number(policyKey, 'AUOptions') ?? registry.number(settingsKey, 'AUOptions');
  return option !== undefined && option >= 1 && option <= 3;
}

function isPaused(registry: Registry, now: Date): boolean {
  const until = Date.parse(registry.text(pauseKey, 'PauseUpdatesExpiryTime') ?? '');
  return until > now.getTime();
}
