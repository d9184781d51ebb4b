import type { FactOf } from '../../../../shared/checks/index.ts';
import { parseRegistry } from '../../windows/registry.ts';
import { type Parsed, reader } from '../reader.ts';

const key = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon';

/** The name and the password that lie beside the switch are not read. */
export const autoLoginWindows = reader<FactOf<'auto-login'>, 'settings'>({
  probes: {
    settings: {
      kind: 'registry',
      keys: [{ key, values: ['AutoAdminLogon', 'ForceAutoLogon'] }],
      why: 'whether the PC starts without asking for a password',
    },
  },
  parse({ settings }): Parsed<FactOf<'auto-login'>> {
    const registry = parseRegistry(settings, key);
    if ('cannotTell' in registry) return registry;
    if (registry.state(key) !== 'there') return registry.trouble(key);
    return { fact: { on: ['AutoAdminLogon', 'ForceAutoLogon'].some((name) => registry.number(key, name) === 1) } };
  },
});
