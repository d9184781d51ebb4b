import type { Os } from '../../shared/checks/define.ts';
import { CheckId } from '../../shared/checks/index.ts';
import { readers } from './checks/index.ts';
import type { Probe, RegistryQuery } from './host/probe.ts';
import { functionsOf } from './host/windows/read.ts';
import { machineProbes } from './identity/machine.ts';
import { deviceFolder, partitions } from './watch/watch-drives.ts';
import type { WatchedFolder } from './watch/watch-folders.ts';
import { macosFolders } from './watch/watch-macos-folders.ts';
import { networkMonitor, networkMonitorMacos } from './watch/watch-network.ts';
import { packageFolders } from './watch/watch-packages.ts';
import { psProbe } from './watch/watch-ps.ts';
import { settingsFolders } from './watch/watch-settings.ts';
import { windowsSignals } from './watch/watch-windows.ts';

/** One thing that the agent ever looks at on this system. */
export interface Source {
  /** `<check>.<probe>`: the name by which `parse` knows it. */
  readonly id: string;
  readonly kind: 'command' | 'file' | 'folder' | 'kernel' | 'registry' | 'windows';
  readonly what: string;
  readonly why: string;
}

/** Where the list of running programs comes from. */
const processList: Readonly<Record<Os, Pick<Source, 'kind' | 'what'>>> = {
  linux: { kind: 'kernel', what: '/proc/<pid>/{status,cmdline,exe}' },
  macos: { kind: 'command', what: commandLine(psProbe) },
  windows: {
    kind: 'windows',
    what: 'kernel32.dll: CreateToolhelp32Snapshot, QueryFullProcessImageNameW; version.dll: GetFileVersionInfoW (OriginalFilename)',
  },
};

/** Everything the agent reads, runs or listens to on a system. What is not here, it does not touch. */
export function sourcesOf(os: Os): Source[] {
  const reading = CheckId.options.flatMap((check) => {
    const reader = readers[check][os];
    if (reader === 'unsupported') return [];
    return Object.entries(reader.probes).map(([name, probe]) => describe(`${check}.${name}`, probe, os));
  });
  const machine = machineProbes[os];
  const identity = Object.entries(machine).map(([name, probe]) => describe(`identity.${name}`, probe, os));
  return [...reading, ...identity, ...watching[os]()];
}

const watching: Readonly<Record<Os, () => Source[]>> = {
  linux: linuxWatches,
  windows: windowsWatches,
  macos: macosWatches,
};

function macosWatches(): Source[] {
  const command = (name: string, probe: Parameters<typeof commandLine>[0] & { why: string }): Source => ({
    id: `watch.${name}`,
    kind: 'command',
    what: commandLine(probe),
    why: probe.why,
  });
  const folders = macosFolders.map(
    ({ path, names, checks, why }): Source => ({
      id: `watch.${checks[0]}.${path}`,
      kind: 'folder',
      what: `${path}/ (${names.source})`,
      why,
    }),
  );
  return [command('programs', psProbe), command('network', networkMonitorMacos), ...folders];
}

function windowsWatches(): Source[] {
  const programs = {
    id: 'watch.programs',
    kind: 'windows' as const,
    what: 'kernel32.dll: K32EnumProcesses, then CreateToolhelp32Snapshot and QueryFullProcessImageNameW for what is new',
    why: 'notices at once that a program which a policy names has started or ended',
  };
  const signals = windowsSignals.map(({ signal, why }): Source => {
    if (signal.kind === 'registry') return { id: `watch.${signal.key}`, kind: 'registry', what: signal.key, why };
    const what = signal.kind === 'address' ? 'iphlpapi.dll: NotifyAddrChange' : 'iphlpapi.dll: NotifyRouteChange';
    return { id: `watch.${signal.kind}`, kind: 'windows', what, why };
  });
  const way = {
    id: 'watch.way',
    kind: 'windows' as const,
    what: 'iphlpapi.dll: GetBestRoute2',
    why: 'notices at once that public addresses leave another way (nothing is sent to them)',
  };
  return [programs, way, ...signals];
}

function linuxWatches(): Source[] {
  return [
    {
      id: 'watch.programs',
      kind: 'kernel',
      what: '/proc/loadavg, then /proc/<pid>/{status,cmdline,exe} of what is new',
      why: 'notices at once that a program which a policy names has started or ended',
    },
    { id: 'watch.network', kind: 'command', what: commandLine(networkMonitor), why: networkMonitor.why },
    ...[...packageFolders, deviceFolder].map((folder) => describeFolder(`watch.${folder.path}`, folder)),
    ...settingsFolders.map((folder) => describeFolder(`watch.${folder.check}${folder.path}`, folder)),
    describe('watch.partitions', partitions, 'linux'),
  ];
}

function describeFolder(id: string, { path, names, why }: WatchedFolder): Source {
  return { id, kind: 'folder', what: `${path}/ (names like ${names.source})`, why };
}

function describe(id: string, probe: Probe, os: Os): Source {
  const { why } = probe;
  switch (probe.kind) {
    case 'command':
      return { id, kind: 'command', what: commandLine(probe), why };
    case 'file':
      return { id, kind: 'file', what: probe.paths.join(' or '), why };
    case 'files': {
      const through = probe.through ? `, by ${commandLine(probe.through)}` : '';
      return { id, kind: 'file', what: `${probe.folder}/ files like ${probe.names.source}${through}`, why };
    }
    case 'folder':
      return { id, kind: 'folder', what: `${probe.path}/ (names and times)`, why };
    case 'processes':
      return { id, ...processList[os], why };
    case 'registry':
      return { id, kind: 'registry', what: probe.keys.map(registryPlace).join('; '), why };
    case 'windows':
      return { id, kind: 'windows', what: functionsOf[probe.call], why };
    case 'interfaces':
      return {
        id,
        kind: 'kernel',
        what: '/sys/class/net/*/{type,operstate,carrier,uevent,device,wireless,phy80211}',
        why,
      };
    case 'own':
      return { id, kind: 'file', what: 'the files of Shiftgate and its own folder', why };
    case 'plugged':
      return {
        id,
        kind: 'kernel',
        what: '/sys/block/*/{removable,ro,size,dev,holders,device/type}, /run/udev/data (ID_FS_TYPE, ID_CDROM_MEDIA…), /sys/bus/usb/devices/*/{interface,authorized_default}',
        why,
      };
  }
}

function registryPlace({ key, values }: RegistryQuery): string {
  return values.length === 0 ? `${key} (whether it is there)` : `${key} {${values.join(', ')}}`;
}

function commandLine({ paths, args }: { paths: readonly string[]; args: readonly string[] }): string {
  return [paths[0], ...args.map((arg) => (/[\s*;{}]/.test(arg) ? `'${arg}'` : arg))].join(' ');
}
