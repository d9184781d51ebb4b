import { type CannotTell, isUnknown } from '../../../../shared/checks/define.ts';
import type { FactOf } from '../../../../shared/checks/index.ts';
import { secondsBetween } from '../../../../shared/time.ts';
import type { Transcript } from '../../host/probe.ts';
import { type Parsed, type ReaderContext, reader, unreadOf } from '../reader.ts';

type Fact = FactOf<'time-sync'>;
type Name = 'clock' | 'systemd' | 'earlyServices' | 'services' | 'lastSync';
type Transcripts = Readonly<Record<Name, Transcript>>;

/** Folders that name the services which are started with the system. */
export const serviceFolders = {
  early: '/etc/systemd/system/sysinit.target.wants',
  other: '/etc/systemd/system/multi-user.target.wants',
} as const;
/** Services that set the clock. systemd asks for the first line itself; of the others it need not know. */
export const clockServices = /^(systemd-timesyncd|chronyd?|ntpsec|ntpd?|openntpd|ntpd-rs)\.service$/;
const knownToSystemd = /^(systemd-timesyncd|chronyd?)\.service$/;

/** Seconds. systemd-timesyncd asks its server every 34 minutes at the latest; three times may go wrong. */
const syncLasts = 3 * 2048;

export const timeSyncLinux = reader<Fact, Name>({
  probes: {
    clock: {
      kind: 'command',
      paths: ['/usr/bin/timedatectl', '/bin/timedatectl'],
      args: ['show', '--property=CanNTP', '--property=NTP', '--property=NTPSynchronized'],
      why: 'whether the clock follows a time server, and is in step with it',
    },
    systemd: { kind: 'folder', path: '/run/systemd/system', why: 'whether systemd starts the services' },
    earlyServices: { kind: 'folder', path: serviceFolders.early, why: 'whether a service sets the clock' },
    services: { kind: 'folder', path: serviceFolders.other, why: 'whether a service sets the clock' },
    lastSync: {
      kind: 'file',
      paths: ['/run/systemd/timesync/synchronized'],
      why: 'when the clock was last set by a time server',
    },
  },
  parse(transcripts, context): Parsed<Fact> {
    const clock = wordsOf(transcripts.clock);
    const fact = {
      automatic: automaticOf(clock, transcripts),
      synchronised: synchronisedOf(clock, transcripts, context),
    };
    return isUnknown(fact.automatic) && isUnknown(fact.synchronised) ? fact.automatic : { fact };
  },
});

interface Words {
  readonly follows: boolean | undefined;
  readonly canFollow: boolean | undefined;
  readonly inStep: boolean | undefined;
}

const yes = /^(yes|active)$/;
const no = /^(no|inactive|n\/a)$/;

/** Properties of `show`, or the lines for people, whose labels have changed three times and were never translated. */
function wordsOf(clock: Transcript): Words | CannotTell {
  const unread = unreadOf(clock);
  if (unread) return unread;
  if (clock.outcome !== 'ok' || clock.exitCode) {
    const said = clock.outcome === 'ok' ? clock.errorText?.split('\n')[0] : undefined;
    return { cannotTell: 'failed', detail: `timedatectl: ${said ?? ''}`.slice(0, 200) };
  }
  const text = clock.text.slice(0, 10_000);
  const find = (names: string): boolean | undefined => {
    const word = new RegExp(`^ *(?:${names})(?:=|: )(\\S+)\r?$`, 'm').exec(text)?.[1] ?? '';
    return yes.test(word) ? true : no.test(word) ? false : undefined;
  };
  const words = {
    follows: find('NTP|NTP enabled|NTP service|Network time on|systemd-timesyncd\\.service active'),
    canFollow: find('CanNTP'),
    inStep: find('NTPSynchronized|NTP synchronized|System clock synchronized'),
  };
  const isKnown = words.follows !== undefined || words.inStep !== undefined;
  return isKnown ? words : { cannotTell: 'unparsable', detail: 'timedatectl' };
}

function automaticOf(clock: Words | CannotTell, transcripts: Transcripts): Fact['automatic'] {
  const started = startedServices(transcripts);
  if (isUnknown(clock)) return started.length > 0 ? true : clock;
  if (clock.follows === undefined) return { cannotTell: 'unparsable', detail: 'timedatectl' };
  if (clock.follows || started.some((name) => !knownToSystemd.test(name))) return true;
  // In step although systemd knows of nothing that could keep it so: something else does.
  if (clock.canFollow === false && clock.inStep) {
    return { cannotTell: 'absent', detail: 'something that systemd does not know sets the clock' };
  }
  return false;
}

/** Links in these folders mean nothing where systemd does not run. */
function startedServices({ systemd, earlyServices, services }: Transcripts): string[] {
  if (systemd.outcome !== 'ok') return [];
  const lines = [earlyServices, services].flatMap((folder) => (folder.outcome === 'ok' ? folder.text.split('\n') : []));
  return lines.map((line) => line.split('\t')[1] ?? '').filter((name) => clockServices.test(name));
}

/** The file of the last time is empty and has its time of change; it belongs to systemd-timesyncd. */
function synchronisedOf(clock: Words | CannotTell, transcripts: Transcripts, { now }: ReaderContext) {
  if (!isUnknown(clock) && clock.inStep !== undefined) return clock.inStep;
  const { lastSync } = transcripts;
  const isKept = startedServices(transcripts).includes('systemd-timesyncd.service');
  const syncedAt = isKept && lastSync.outcome === 'ok' && lastSync.text === '' ? lastSync.changedAt : undefined;
  if (syncedAt !== undefined && Math.abs(secondsBetween(syncedAt, now)) < syncLasts) return true;
  return isUnknown(clock) ? clock : ({ cannotTell: 'unparsable', detail: 'timedatectl' } as const);
}
