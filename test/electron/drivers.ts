import type { Drivers } from './driver.ts';
import { openStandIn } from './stand-in-driver.ts';

/** Every way in which the same specs can run. */
export const drivers: readonly { name: string; canOpen: boolean; open: () => Promise<Drivers> }[] = [
  { name: 'the stand-in', canOpen: true, open: openStandIn },
];
