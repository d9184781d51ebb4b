import type { Bridge } from '../ipc/bridge.ts';

declare global {
  interface Window {
    readonly shiftgate: Bridge;
  }
}

export const bridge: Bridge = window.shiftgate;
