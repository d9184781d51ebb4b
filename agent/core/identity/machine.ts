import { createHash } from 'node:crypto';
import type { Os } from '../../../shared/checks/define.ts';
import type { Host } from '../host/host.ts';
import type { FileProbe } from '../host/probe.ts';

/** Where each system keeps its own id and says that it was started anew. */
export const machineProbes: Readonly<Record<Os, { machineId: FileProbe; bootId: FileProbe } | 'unsupported'>> = {
  windows: 'unsupported',
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
  const text = id.outcome === 'ok' ? id.text.trim() : '';
  if (!/^[0-9a-f]{32}$/i.test(text)) {
    throw new Error(
      'This system has no machine id. Run "sudo systemd-machine-id-setup" (or "sudo dbus-uuidgen --ensure").',
    );
  }
  return { id: text, bootId: bootId.outcome === 'ok' ? bootId.text.trim().slice(0, 64) : 'unknown' };
}

/** What one console knows the PC's id by; two consoles cannot compare notes. */
export function hashMachineId(salt: string, id: string): string {
  return createHash('sha256').update(`${salt}${id}`).digest('base64url');
}
