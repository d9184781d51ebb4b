import { offsetOf, sizeOf } from './layouts.ts';
import { systemFunction, wideText } from './library.ts';

/** A connection that Windows itself has dialled: a VPN that is built in, PPPoE or a modem. */
export interface RasConnection {
  /** Name of the connection, which is the name of its adapter too. */
  readonly entry: string;
  /** `vpn`, `PPPoE`, `modem`. */
  readonly deviceType: string;
  /** `WAN Miniport (IKEv2)` */
  readonly device: string;
}

const bufferTooSmall = 603;

export function readRas(): { error: number } | { connections: RasConnection[] } {
  const list = systemFunction('rasapi32.dll', 'RasEnumConnectionsW', ['ptr', 'ptr', 'ptr']);
  const one = sizeOf('RASCONNW');
  const size = Buffer.alloc(4);
  const count = Buffer.alloc(4);
  let buffer = Buffer.alloc(one * 8);
  const ask = () => {
    buffer.writeUInt32LE(one);
    size.writeUInt32LE(buffer.length);
    return Number(list(buffer, size, count));
  };
  let error = ask();
  if (error === bufferTooSmall) {
    buffer = Buffer.alloc(size.readUInt32LE() + one);
    error = ask();
  }
  if (error !== 0) return { error };
  const found = Math.min(count.readUInt32LE(), Math.floor(buffer.length / one));
  return { connections: Array.from({ length: found }, (_none, index) => toConnection(buffer.subarray(index * one))) };
}

function toConnection(row: Buffer): RasConnection {
  const at = (member: string, characters: number) => wideText(row, offsetOf('RASCONNW', member), characters * 2);
  return { entry: at('szEntryName', 257), deviceType: at('szDeviceType', 17), device: at('szDeviceName', 129) };
}
