import { createHash } from 'node:crypto';
import type { Os } from '../../../shared/checks/define.ts';
import type { Host } from '../host/host.ts';
import type { Probe, Transcript } from '../host/probe.ts';
import { parseRegistry } from '../windows/registry.ts';

const cryptography = 'HKLM\\SOFTWARE\\Microsoft\\Cryptography';
const prefetch = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Memory Management\\PrefetchParameters';

/** Where each system keeps its own id and says that it was started anew. */
export const machineProbes: Readonly<Record<Os, { machineId: Probe; bootId: Probe }>> = {
  windows: {
    machineId: {
      kind: 'registry',
      keys: [{ key: cryptography, values: ['MachineGuid'] }],
      why: 'tells this PC from a copy of it (only a hash of it is sent, different for each console)',
    },
    bootId: {
      kind: 'registry',
      keys: [{ key: prefetch, values: ['BootId'] }],
      why: 'tells one start of the system from the next',
    },
  },
  macos: {
    machineId: {
      kind: 'command',
      paths: ['/usr/sbin/ioreg'],
      args: ['-a', '-r', '-d', '1', '-c', 'IOPlatformExpertDevice'],
      why: 'tells this Mac from a copy of it (only a hash of its hardware id is sent, different for each console)',
    },
    bootId: {
      kind: 'command',
      paths: ['/usr/sbin/sysctl'],
      args: ['-n', 'kern.bootsessionuuid'],
      why: 'tells one start of the system from the next',
    },
  },
  linux: {
    machineId: {
      kind: 'file',
      paths: ['/etc/machine-id', '/var/lib/dbus/machine-id'],
      why: 'tells this PC from a copy of it (only a hash of it is sent, different for each console)',
    },
    bootId: {
      kind: 'file',
      paths: ['/proc/sys/kernel/random/boot_id'],
      why: 'tells one start of the system from the next',
    },
  },
};

export interface Machine {
  /** The system's own id. Never leaves the PC as it is. */
  readonly id: string;
  readonly bootId: string;
}

const idIn: Readonly<Record<Os, RegExp>> = {
  windows: /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i,
  macos: /<key>IOPlatformUUID<\/key>\s*<string>([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})<\/string>/i,
  linux: /^([0-9a-f]{32})$/i,
};

const withoutId: Readonly<Record<Os, string>> = {
  windows: 'This Windows has no MachineGuid under HKLM\\SOFTWARE\\Microsoft\\Cryptography. Ask helpdesk to repair it.',
  macos: 'This Mac does not tell its hardware id. Run "ioreg -rd1 -c IOPlatformExpertDevice" and ask helpdesk.',
  linux: 'This system has no machine id. Run "sudo systemd-machine-id-setup" (or "sudo dbus-uuidgen --ensure").',
};

/** Throws with the remedy when the system has no id: a host name would be no substitute, since many PCs share one. */
export async function readMachine(host: Host): Promise<Machine> {
  const probes = machineProbes[host.os];
  const [id, bootId] = await Promise.all([host.read(probes.machineId), host.read(probes.bootId)]);
  const found = idIn[host.os].exec(textOf(id, host.os, cryptography, 'MachineGuid'))?.[1];
  if (found === undefined) throw new Error(withoutId[host.os]);
  return {
    id: found.replaceAll('-', ''),
    bootId: textOf(bootId, host.os, prefetch, 'BootId').slice(0, 64) || 'unknown',
  };
}

/** Windows keeps both in its registry. */
function textOf(transcript: Transcript, os: Os, key: string, name: string): string {
  if (os === 'windows') {
    const registry = parseRegistry(transcript, key);
    return 'cannotTell' in registry ? '' : (registry.text(key, name) ?? '');
  }
  return transcript.outcome === 'ok' ? transcript.text.trim() : '';
}

/** What one console knows the PC's id by; two consoles cannot compare notes. */
export function hashMachineId(salt: string, id: string): string {
  return createHash('sha256').update(`${salt}${id}`).digest('base64url');
}
