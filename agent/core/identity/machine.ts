import { createHash } from 'node:crypto';
import type { Os } from '../../../shared/checks/define.ts';
import type { Host } from '../host/host.ts';
import type { FileProbe, RegistryProbe, Transcript } from '../host/probe.ts';
import { parseRegistry } from '../windows/registry.ts';

const cryptography = 'HKLM\\SOFTWARE\\Microsoft\\Cryptography';
const prefetch = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Memory Management\\PrefetchParameters';

type MachineProbe = FileProbe | RegistryProbe;

/** Where each system keeps its own id and says that it was started anew. */
export const machineProbes: Readonly<Record<Os, { machineId: MachineProbe; bootId: MachineProbe } | 'unsupported'>> = {
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
  macos: 'unsupported',
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

/** Throws with the remedy when the system has no id: a host name would be no substitute, since many PCs share one. */
export async function readMachine(host: Host): Promise<Machine> {
  const probes = machineProbes[host.os];
  if (probes === 'unsupported') throw new Error(`Shiftgate cannot identify a PC that runs ${host.os} yet.`);
  const [id, bootId] = await Promise.all([host.read(probes.machineId), host.read(probes.bootId)]);
  const text = textOf(id, host.os, cryptography, 'MachineGuid').replaceAll('-', '');
  if (!/^[0-9a-f]{32}$/i.test(text)) throw new Error(remedies[host.os]);
  return { id: text, bootId: textOf(bootId, host.os, prefetch, 'BootId').slice(0, 64) || 'unknown' };
}

const remedies: Readonly<Record<Os, string>> = {
  linux: 'This system has no machine id. Run "sudo systemd-machine-id-setup" (or "sudo dbus-uuidgen --ensure").',
  windows: 'This Windows has no MachineGuid under HKLM\\SOFTWARE\\Microsoft\\Cryptography. Ask helpdesk to repair it.',
  macos: 'This Mac has no hardware id.',
};

/** Windows keeps both in its registry, the others in files. */
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
