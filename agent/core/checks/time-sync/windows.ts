import type { FactOf } from '../../../../shared/checks/index.ts';
import { parseRegistry } from '../../windows/registry.ts';
import { type Parsed, reader } from '../reader.ts';

const service = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\W32Time';
const parameters = `${service}\\Parameters`;
const client = `${service}\\TimeProviders\\NtpClient`;
const policyParameters = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\W32Time\\Parameters';
const disabled = 4;

/** The clock itself is measured by the console. Whether Windows is in step now, it tells only administrators. */
export const timeSyncWindows = reader<FactOf<'time-sync'>, 'settings'>({
  probes: {
    settings: {
      kind: 'registry',
      keys: [
        { key: parameters, values: ['Type'] },
        { key: policyParameters, values: ['Type'] },
        { key: client, values: ['Enabled'] },
        { key: service, values: ['Start'] },
      ],
      why: 'whether the clock follows a time server',
    },
  },
  parse({ settings }): Parsed<FactOf<'time-sync'>> {
    const registry = parseRegistry(settings, parameters);
    if ('cannotTell' in registry) return registry;
    // NTP, NT5DS (of the domain), AllSync or NoSync; not translated.
    const type = registry.text(policyParameters, 'Type') ?? registry.text(parameters, 'Type');
    if (type === undefined) return registry.trouble(parameters);
    const isOff = registry.number(service, 'Start') === disabled || registry.number(client, 'Enabled') === 0;
    const detail = 'the Windows Time service tells only administrators';
    return {
      fact: { automatic: !/^NoSync$/i.test(type) && !isOff, synchronised: { cannotTell: 'needs-admin', detail } },
    };
  },
});
