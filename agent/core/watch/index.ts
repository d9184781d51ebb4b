import type { Os } from '../../../shared/checks/define.ts';
import { processMatcher, wantedOf } from '../checks/software/match.ts';
import { macVendors } from '../checks/vpn/macos-vendors.ts';
import { ipsecProcesses, vendors } from '../checks/vpn/vendors.ts';
import { windowsVendors } from '../checks/vpn/windows-vendors.ts';
import type { Host } from '../host/host.ts';
import type { RunningProcess } from '../host/probe.ts';
import { atMostEvery } from './at-most.ts';
import type { Watch, WatchEvent } from './event.ts';
import { watchDrives } from './watch-drives.ts';
import { watchMacosFolders } from './watch-macos-folders.ts';
import { networkMonitorMacos, watchNetwork } from './watch-network.ts';
import { watchPackages } from './watch-packages.ts';
import { watchProcessList } from './watch-process-list.ts';
import { watchProcesses } from './watch-processes.ts';
import { watchPs } from './watch-ps.ts';
import { watchSettings } from './watch-settings.ts';
import { watchWindowsSignals } from './watch-windows.ts';

export interface WatchOptions {
  readonly host: Host;
  /** Software that the policies ask for now. */
  readonly wanted: () => readonly string[];
  readonly onEvent: (event: WatchEvent) => void;
}

/** What says on each system that a fact may have changed. Without it, facts are read again by the clock alone. */
export const watches: Readonly<Record<Os, ((options: WatchOptions) => Watch) | 'unsupported'>> = {
  windows: watchWindows,
  macos: watchMacos,
  linux: watchLinux,
};

const linuxVpnProcesses = [...vendors.flatMap(({ processes = [] }) => processes), ...ipsecProcesses];

function watchLinux({ host, wanted, onEvent }: WatchOptions): Watch {
  const parts = [
    watchProcesses({
      table: host.processes,
      matters: programsThatMatter(wanted, linuxVpnProcesses),
      onChange: () => onEvent({ because: 'programs', checks: ['software', 'vpn'] }),
    }),
    watchNetwork(host, () => onEvent({ because: 'network', checks: ['vpn', 'wifi-security'] })),
    watchPackages(host, () => onEvent({ because: 'packages', checks: ['os-patch', 'software'] })),
    watchDrives(host, () => onEvent({ because: 'drives', checks: ['removable-media'] })),
    watchSettings(host, (check) => onEvent({ because: 'settings', checks: [check] })),
  ];
  return {
    close() {
      for (const part of parts) part.close();
    },
  };
}

/** Milliseconds between two readings of the network: System Information alone may take one of the two seconds. */
const networkRest = 2_000;

function watchMacos({ host, wanted, onEvent }: WatchOptions): Watch {
  const network = atMostEvery(networkRest, () => onEvent({ because: 'network', checks: ['vpn', 'wifi-security'] }));
  const parts = [
    network,
    watchPs({
      host,
      matters: programsThatMatter(
        wanted,
        macVendors.flatMap(({ processes = [] }) => processes),
      ),
      onChange: () => onEvent({ because: 'programs', checks: ['software', 'vpn'] }),
    }),
    watchNetwork(host, network.tell, networkMonitorMacos),
    watchMacosFolders(host, onEvent),
  ];
  return {
    close() {
      for (const part of parts.toReversed()) part.close();
    },
  };
}

function watchWindows({ host, wanted, onEvent }: WatchOptions): Watch {
  const parts = [
    watchProcessList({
      table: host.processes,
      matters: programsThatMatter(
        wanted,
        windowsVendors.flatMap(({ processes = [] }) => processes),
      ),
      onChange: () => onEvent({ because: 'programs', checks: ['software', 'vpn'] }),
    }),
    watchWindowsSignals(onEvent),
  ];
  return {
    close() {
      for (const part of parts) part.close();
    },
  };
}

/** Wanted software, and the programs by which VPN products are recognised. */
function programsThatMatter(
  wanted: () => readonly string[],
  vpnProcesses: readonly string[],
): (process: RunningProcess) => boolean {
  const vpn = { id: 'vpn', processes: vpnProcesses };
  let ids: readonly string[] | undefined;
  let match = processMatcher([vpn]);
  return (process) => {
    const now = wanted();
    if (now !== ids) match = processMatcher([...wantedOf(now), vpn]);
    ids = now;
    return match(process) !== undefined;
  };
}
