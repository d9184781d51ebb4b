import { z } from 'zod';
import type { FactOf } from '../../../../shared/checks/index.ts';
import type { Transcript } from '../../host/probe.ts';
import { batch, partOf } from '../../windows/batch.ts';
import { parseNative, troubleOf } from '../../windows/native.ts';
import { parseRegistry, type Registry } from '../../windows/registry.ts';
import { type Parsed, reader } from '../reader.ts';

type Fact = FactOf<'secure-boot'>;
type Name = 'settings' | 'firmware' | 'guard';

const state = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecureBoot\\State';
const integrity = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\DeviceGuard\\Scenarios\\HypervisorEnforcedCodeIntegrity';

const Firmware = z.object({
  type: z.number().optional(),
  tpmVersion: z.number().optional(),
  tpmError: z.number().optional(),
});
type Firmware = z.output<typeof Firmware>;

const bios = 1;
/** TBS_E_TPM_NOT_FOUND */
const noTpm = 0x8028_400f;
/** Memory integrity among the services of Device Guard. */
const memoryIntegrity = 2;

export const secureBootWindows = reader<Fact, Name>({
  probes: {
    settings: {
      kind: 'registry',
      keys: [
        { key: state, values: ['UEFISecureBootEnabled'] },
        { key: integrity, values: ['Enabled'] },
      ],
      why: 'whether the PC starts only what is signed',
    },
    firmware: { kind: 'windows', call: 'firmware', why: 'how the PC starts, and whether it has a security chip' },
    guard: batch,
  },
  parse(transcripts): Parsed<Fact> {
    const registry = parseRegistry(transcripts.settings, state);
    if ('cannotTell' in registry) return registry;
    const firmware = parseNative(transcripts.firmware, Firmware, 'firmware');
    return {
      fact: {
        secureBoot: readSecureBoot(registry, 'value' in firmware ? firmware.value : {}),
        tpm: 'cannotTell' in firmware ? firmware : readTpm(firmware.value),
        integrity: readIntegrity(registry, transcripts.guard),
      },
    };
  },
});

function readSecureBoot(registry: Registry, { type }: Firmware): Fact['secureBoot'] {
  const enabled = registry.number(state, 'UEFISecureBootEnabled');
  if (enabled !== undefined) return enabled === 1 ? 'on' : 'off';
  return type === bios ? 'legacy' : registry.trouble(state);
}

function readTpm({ tpmVersion, tpmError }: Firmware): Fact['tpm'] {
  if (tpmVersion === 2) return '2.0';
  if (tpmVersion === 1) return '1.2';
  if (tpmError === noTpm) return 'none';
  return troubleOf(tpmError ?? 127, 'TPM Base Services');
}

/** What runs counts, not what is set: a driver that does not fit keeps memory integrity from starting. */
function readIntegrity(registry: Registry, transcript: Transcript): Fact['integrity'] {
  const guard = partOf(transcript, 'guard');
  if (!('cannotTell' in guard)) return guard.running.includes(memoryIntegrity) ? 'on' : 'off';
  if (registry.state(integrity) === 'unread') return registry.trouble(integrity);
  return registry.number(integrity, 'Enabled') === 1 ? guard : 'off';
}
