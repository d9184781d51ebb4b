import type { FactOf } from '../../../../shared/checks/index.ts';
import type { Transcript } from '../../host/probe.ts';
import { batch } from '../../windows/batch.ts';
import { parseNative } from '../../windows/native.ts';
import { parseRegistry } from '../../windows/registry.ts';
import { type DriveLetter, isBuiltIn, protectionOf, Volumes } from '../../windows/volumes.ts';
import { type Parsed, reader } from '../reader.ts';

type Fact = FactOf<'disk-encryption'>;
type Volume = Fact['volumes'][number];
type Name = 'volumes' | 'otherMakers' | 'bitlocker';

/** Drivers of other makers that decrypt the system's disk, which BitLocker calls unencrypted then. */
const otherMakers = ['veracrypt', 'truecrypt', 'dcrypt', 'MfeEpePc', 'MfeEEFF', 'SafeBoot', 'SymcPCCE'];
const serviceKey = (name: string) => `HKLM\\SYSTEM\\CurrentControlSet\\Services\\${name}`;
/** A driver that is loaded by the boot loader itself. */
const startAtBoot = 0;

export const diskEncryptionWindows = reader<Fact, Name>({
  probes: {
    volumes: { kind: 'windows', call: 'volumes', why: 'which volumes lie on built-in disks' },
    otherMakers: {
      kind: 'registry',
      keys: otherMakers.map((name) => ({ key: serviceKey(name), values: ['Start'] })),
      why: 'whether the disk is encrypted by something that Windows does not know',
    },
    bitlocker: batch,
  },
  parse(transcripts): Parsed<Fact> {
    const seen = parseNative(transcripts.volumes, Volumes, 'volumes');
    if ('cannotTell' in seen) return seen;
    const { volumes, system } = seen.value;
    const other = otherMaker(transcripts.otherMakers);
    const built = volumes.filter(isBuiltIn).slice(0, 32);
    return { fact: { volumes: built.map((volume) => toVolume(volume, system, transcripts.bitlocker, other)) } };
  },
});

function otherMaker(transcript: Transcript): string | undefined {
  const registry = parseRegistry(transcript, serviceKey('veracrypt'));
  if ('cannotTell' in registry) return undefined;
  return otherMakers.find((name) => registry.number(serviceKey(name), 'Start') === startAtBoot);
}

function toVolume({ letter }: DriveLetter, system: string, bitlocker: Transcript, other: string | undefined): Volume {
  const isSystem = letter === system.slice(0, 1).toUpperCase();
  const volume = { mount: `${letter}:`, holds: isSystem ? ('system' as const) : ('data' as const) };
  const state = protectionOf(bitlocker, letter);
  if (state === 'off' && other !== undefined) {
    return { ...volume, state: { cannotTell: 'unsupported', detail: `${other} may encrypt it` } };
  }
  const isBitlocker = typeof state === 'string' && state !== 'off';
  return { ...volume, state, ...(isBitlocker && { by: 'bitlocker' }) };
}
