import type { Drivers } from './driver.ts';
import { findElectron, openReal } from './real-driver.ts';
import { openStandIn } from './stand-in-driver.ts';

interface Way {
  readonly name: string;
  readonly canOpen: boolean;
  /** Knows what only a stand-in can be asked: requests that were refused, the system's own files. */
  readonly isStandIn: boolean;
  readonly open: () => Promise<Drivers>;
}

const isInstalled = findElectron() !== undefined;

/** Every way in which the same specs run. */
export const drivers: readonly Way[] = [
  { name: 'the stand-in', canOpen: true, isStandIn: true, open: openStandIn },
  {
    name: isInstalled ? 'the real Electron' : 'the real Electron (not here: node node_modules/electron/install.js)',
    canOpen: isInstalled,
    isStandIn: false,
    open: openReal,
  },
];
