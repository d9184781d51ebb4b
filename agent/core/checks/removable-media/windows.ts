import type { FactOf } from '../../../../shared/checks/index.ts';
import type { Transcript } from '../../host/probe.ts';
import { batch } from '../../windows/batch.ts';
import { parseNative } from '../../windows/native.ts';
import { parseRegistry } from '../../windows/registry.ts';
import { type DriveLetter, driveTypes, isBuiltIn, outsideBuses, protectionOf, Volumes } from '../../windows/volumes.ts';
import { type Parsed, reader } from '../reader.ts';

type Fact = FactOf<'removable-media'>;
type Medium = Exclude<Fact['media'], { cannotTell: unknown }>[number];
type Name = 'volumes' | 'policy' | 'bitlocker';

const driver = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\USBSTOR';
const policy = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\RemovableStorageDevices';
/** The class of removable disks. */
const disks = `${policy}\\{53f5630d-b6bf-11d0-94f2-00a0c91efb8b}`;
const disabled = 4;

/** Drive letters tell what is attached. A phone has none: what it holds is reached another way and is not seen here. */
export const removableMediaWindows = reader<Fact, Name>({
  probes: {
    volumes: { kind: 'windows', call: 'volumes', why: 'whether a stick, a card or an outside disk is attached' },
    policy: {
      kind: 'registry',
      keys: [
        { key: driver, values: ['Start'] },
        { key: policy, values: ['Deny_All'] },
        { key: disks, values: ['Deny_Write', 'Deny_Read'] },
      ],
      why: 'whether Windows is set to refuse them',
    },
    bitlocker: batch,
  },
  parse(transcripts): Parsed<Fact> {
    const seen = parseNative(transcripts.volumes, Volumes, 'volumes');
    if ('cannotTell' in seen) return seen;
    const media = seen.value.volumes.filter(isMedium).map((volume) => toMedium(volume, transcripts.bitlocker));
    return { fact: { media: media.slice(0, 16), blocked: readBlocked(transcripts.policy) } };
  },
});

/** An empty card reader has a letter and nothing in it. Discs and network drives are something else. */
function isMedium(volume: DriveLetter): boolean {
  const isDisk = volume.type === driveTypes.removable || volume.type === driveTypes.fixed;
  return isDisk && !isBuiltIn(volume) && volume.readOnly !== undefined;
}

function toMedium({ letter, bus, readOnly }: DriveLetter, bitlocker: Transcript): Medium {
  const state = protectionOf(bitlocker, letter);
  return {
    bus: busOf(bus),
    encrypted: typeof state === 'string' ? state !== 'off' && state !== 'decrypting' : state,
    readOnly: readOnly ?? { cannotTell: 'absent' },
  };
}

function busOf(bus: number | undefined): Medium['bus'] {
  if (bus === undefined) return { cannotTell: 'absent', detail: 'the driver does not say' };
  if (bus === outsideBuses.usb) return 'usb';
  if (bus === outsideBuses.firewire) return 'firewire';
  return bus === outsideBuses.sd || bus === outsideBuses.mmc ? 'card' : 'other';
}

function readBlocked(transcript: Transcript): Fact['blocked'] {
  const registry = parseRegistry(transcript, driver);
  if ('cannotTell' in registry) return registry;
  if ([driver, policy, disks].every((key) => registry.state(key) === 'unread')) return registry.trouble(driver);
  return (
    registry.number(driver, 'Start') === disabled ||
    registry.number(policy, 'Deny_All') === 1 ||
    registry.number(disks, 'Deny_Write') === 1
  );
}
