import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NetworkInterface, Transcript } from './probe.ts';

/** Reads what the kernel says about each network interface; `root` is where it says it. */
export function readInterfaces(root = '/sys/class/net'): Transcript {
  let names: string[];
  try {
    names = readdirSync(root);
  } catch {
    return { outcome: 'absent', detail: root };
  }
  return { outcome: 'ok', text: JSON.stringify(names.map((name) => readInterface(join(root, name), name))) };
}

function readInterface(folder: string, name: string): NetworkInterface {
  const has = (file: string) => existsSync(join(folder, file));
  return {
    name,
    type: Number(readLine(join(folder, 'type'))),
    operstate: readLine(join(folder, 'operstate')),
    carrier: readLine(join(folder, 'carrier')) === '1',
    device: has('device'),
    wireless: has('wireless') || has('phy80211'),
    devtype: /^DEVTYPE=(.*)$/m.exec(readLine(join(folder, 'uevent')))?.[1] ?? '',
  };
}

function readLine(path: string): string {
  try {
    return readFileSync(path, 'latin1').trim();
  } catch {
    // `carrier` cannot be read while the interface is down.
    return '';
  }
}
