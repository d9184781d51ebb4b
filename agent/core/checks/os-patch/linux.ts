import type { CannotTell } from '../../../../shared/checks/define.ts';
import type { FactOf } from '../../../../shared/checks/index.ts';
import { compareVersions } from '../../../../shared/checks/versions.ts';
import type { Transcript } from '../../host/probe.ts';
import { type Memory, type Parsed, type ReaderContext, reader, unreadOf } from '../reader.ts';
import { dpkgStatus } from './dpkg-status.ts';
import { findMissing, parseInstalled } from './packages.ts';
import { parseRelease, releaseProbe } from './release.ts';

type Fact = FactOf<'os-patch'>;
type Name =
  | 'release'
  | 'debianVersion'
  | 'kernel'
  | 'installed'
  | 'offered'
  | 'lists'
  | 'listsStamp'
  | 'log'
  | 'rebootRequired'
  | 'kernels'
  | 'settings'
  | 'timer'
  | 'systemd';
type Transcripts = Readonly<Record<Name, Transcript>>;

/**
 * Debian, Ubuntu and what is built on them. `apt-get --simulate` would say the same about updates and costs seconds
 * of CPU; comparing the two lists costs milliseconds. Other families: the release, and no more.
 */
export const osPatchLinux = reader<Fact, Name>({
  probes: {
    release: releaseProbe,
    debianVersion: { kind: 'file', paths: ['/etc/debian_version'], why: 'point release of Debian' },
    kernel: { kind: 'file', paths: ['/proc/sys/kernel/osrelease'], why: 'running kernel' },
    installed: dpkgStatus,
    offered: {
      kind: 'files',
      folder: '/var/lib/apt/lists',
      names: /(-security|debian-security|security\.debian\.org).*_Packages(\.\w+)?$/,
      through: { paths: ['/usr/lib/apt/apt-helper'], args: ['cat-file'] },
      keep: /^(Package|Version|Architecture): /,
      why: 'which security updates are offered',
    },
    lists: { kind: 'folder', path: '/var/lib/apt/lists', why: 'when updates were last looked for' },
    listsStamp: {
      kind: 'file',
      paths: ['/var/lib/apt/periodic/update-success-stamp'],
      why: 'when updates were last looked for with success',
    },
    log: {
      kind: 'files',
      folder: '/var/log',
      names: /^dpkg\.log(\.1)?$/,
      keep: /^\S+ \S+ upgrade /,
      why: 'when an update was last installed',
    },
    rebootRequired: {
      kind: 'file',
      paths: ['/run/reboot-required', '/var/run/reboot-required'],
      why: 'whether an update waits for a restart',
    },
    kernels: { kind: 'folder', path: '/lib/modules', why: 'whether a newer kernel than the running one is installed' },
    settings: {
      kind: 'command',
      paths: ['/usr/bin/apt-config'],
      args: ['dump'],
      inputs: ['/etc/apt/apt.conf', '/etc/apt/apt.conf.d'],
      why: 'whether updates are installed automatically',
    },
    timer: {
      kind: 'file',
      paths: ['/etc/systemd/system/timers.target.wants/apt-daily-upgrade.timer'],
      why: 'whether automatic updates are started',
    },
    systemd: { kind: 'folder', path: '/run/systemd/system', why: 'whether systemd starts automatic updates' },
  },
  parse: parseOsPatch,
});

function parseOsPatch(transcripts: Transcripts, context: ReaderContext): Parsed<Fact> {
  const { release: raw, debianVersion, kernel } = transcripts;
  if (raw.outcome !== 'ok') return { cannotTell: raw.outcome, detail: raw.detail };
  const release = parseRelease(raw.text);
  if (!release) return { cannotTell: 'unparsable', detail: '/etc/os-release has no ID' };
  const { apt, ...named } = release;
  // Derivatives carry the version of their base in that file, or words such as `trixie/sid`.
  const build = release.product === 'debian' ? /^\d+(\.\d+)+/.exec(textOf(debianVersion))?.[0] : undefined;
  const running = textOf(kernel).trim().slice(0, 80);
  const fact = { ...named, ...(build && { build }), ...(running && { kernel: running }) };
  if (!apt) return { fact: { ...fact, ...unsupportedParts(release.product) } };
  const { security, memory } = readSecurity(transcripts, context);
  const parts = {
    security,
    listsAt: readListsAt(transcripts),
    installedAt: readInstalledAt(transcripts.log),
    reboot: readReboot(transcripts, running),
    automaticUpdates: readAutomatic(transcripts),
  };
  return { fact: { ...fact, ...parts }, memory };
}

function textOf(transcript: Transcript): string {
  return transcript.outcome === 'ok' ? transcript.text : '';
}

function unsupportedParts(product: string) {
  const unknown: CannotTell = { cannotTell: 'unsupported', detail: `no reader for the updates of ${product}` };
  return { security: unknown, listsAt: unknown, installedAt: unknown, reboot: unknown, automaticUpdates: unknown };
}

/** Memory holds, for each package with an offered security update, when it was first seen to lack it. */
function readSecurity(
  { installed, offered }: Transcripts,
  { now, memory }: ReaderContext,
): { security: Fact['security']; memory: Memory } {
  const unread = unreadOf(installed) ?? unreadOf(offered);
  if (unread) return { security: unread, memory };
  const packages = parseInstalled(textOf(installed));
  if (packages.length === 0) return { security: { cannotTell: 'unparsable', detail: 'dpkg status' }, memory };
  const names = findMissing(packages, textOf(offered));
  const seen = Object.fromEntries(names.map((name) => [name, memory[name] ?? now.toISOString()]));
  const since = Object.values(seen).sort()[0];
  const oldestFirst = names.toSorted((left, right) => (seen[left] ?? '').localeCompare(seen[right] ?? ''));
  const shown = oldestFirst.slice(0, 5).map((name) => name.slice(0, 80));
  return { security: { missing: names.length, ...(since && { since }), names: shown }, memory: seen };
}

/**
 * The lists themselves carry the server's time. apt leaves its own time on the folder `partial` each time it looks;
 * where a stamp of success is kept as well, that is the better witness.
 */
function readListsAt({ lists, listsStamp }: Transcripts): Fact['listsAt'] {
  if (listsStamp.outcome === 'ok' && listsStamp.changedAt) return listsStamp.changedAt;
  const unread = unreadOf(lists);
  if (unread) return unread;
  const looked = /^(\S+)\tpartial$/m.exec(textOf(lists))?.[1];
  return looked ?? { cannotTell: 'absent', detail: 'apt has not looked for updates yet' };
}

/** `2026-11-22 06:43:01 upgrade libc6:amd64 2.36-9 2.36-10`, in local time. */
function readInstalledAt(log: Transcript): Fact['installedAt'] {
  const unread = unreadOf(log);
  if (unread) return unread;
  const last = textOf(log).trimEnd().split('\n').sort().at(-1) ?? '';
  const [, day, time] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) upgrade /.exec(last) ?? [];
  if (day === undefined) return { cannotTell: 'absent', detail: 'no update in the recent logs of dpkg' };
  return new Date(`${day}T${time}`).toISOString();
}

function readReboot({ rebootRequired, kernels }: Transcripts, running: string): Fact['reboot'] {
  if (rebootRequired.outcome === 'ok') {
    return { pending: true, ...(rebootRequired.changedAt && { since: rebootRequired.changedAt }) };
  }
  const unread = unreadOf(kernels);
  if (unread) return unread;
  // Kernels of one flavour are compared: 6.1.0-18-amd64 with 6.1.0-20-amd64, not with 6.1.0-20-cloud-amd64.
  const flavourOf = (kernel: string) => /-[a-z][\w-]*$/.exec(kernel)?.[0];
  const installed = textOf(kernels)
    .split('\n')
    .map((line) => line.split('\t'));
  const rivals = installed.filter(([, name = '']) => flavourOf(name) === flavourOf(running));
  if (!rivals.some(([, name]) => name === running)) {
    return { cannotTell: 'absent', detail: `the running kernel ${running} is not an installed one`.slice(0, 200) };
  }
  const newer = rivals.filter(([, name = '']) => compareVersions(name, running) > 0);
  const since = newer.map(([changedAt = '']) => changedAt).sort()[0];
  return since === undefined ? { pending: false } : { pending: true, since };
}

function readAutomatic({ settings, installed, timer, systemd }: Transcripts): Fact['automaticUpdates'] {
  const unread = unreadOf(settings) ?? unreadOf(installed);
  if (unread) return unread;
  const value = (key: string) => new RegExp(`^APT::Periodic::${key} "(.*)";$`, 'm').exec(textOf(settings))?.[1];
  const isAsked = value('Enable') !== '0' && !['0', undefined].includes(value('Unattended-Upgrade'));
  const isThere = parseInstalled(textOf(installed)).some(({ name }) => name === 'unattended-upgrades');
  const isStarted = timer.outcome === 'ok' || systemd.outcome !== 'ok';
  return isAsked && isThere && isStarted;
}
