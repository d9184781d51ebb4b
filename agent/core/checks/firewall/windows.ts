import { type CannotTell, isUnknown } from '../../../../shared/checks/define.ts';
import type { FactOf } from '../../../../shared/checks/index.ts';
import { batch, partOf, type SecurityProduct } from '../../windows/batch.ts';
import { parseNative } from '../../windows/native.ts';
import { productStateOf } from '../../windows/product-state.ts';
import { parseRegistry, type Registry } from '../../windows/registry.ts';
import { Services, stateOf } from '../../windows/services.ts';
import { type Parsed, reader } from '../reader.ts';

type Fact = FactOf<'firewall'>;
type Profile = Fact['profiles'][number];

const settings = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy';
const policies = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall';
const values = ['EnableFirewall', 'DefaultInboundAction', 'DoNotAllowExceptions'];

/** NetworkCategory of a connection is the place in this list: public, private, domain. */
const profiles = [
  { name: 'public', key: `${settings}\\PublicProfile`, policy: [`${policies}\\PublicProfile`] },
  {
    name: 'private',
    key: `${settings}\\StandardProfile`,
    policy: [`${policies}\\PrivateProfile`, `${policies}\\StandardProfile`],
  },
  { name: 'domain', key: `${settings}\\DomainProfile`, policy: [`${policies}\\DomainProfile`] },
] as const;

/**
 * What the firewall itself has in force counts, where PowerShell may ask it. In the registry a policy wins over the
 * person's settings; rules of a device management are not there. Without its service the firewall is off in any case.
 */
export const firewallWindows = reader<Fact, 'settings' | 'services' | 'products'>({
  probes: {
    settings: {
      kind: 'registry',
      keys: profiles.flatMap(({ key, policy }) => [key, ...policy].map((one) => ({ key: one, values }))),
      why: 'whether the firewall is on for each sort of network',
    },
    services: { kind: 'windows', call: 'services', why: 'whether the firewall runs' },
    products: batch,
  },
  parse(transcripts): Parsed<Fact> {
    const registry = parseRegistry(transcripts.settings, profiles[0].key);
    const services = parseNative(transcripts.services, Services, 'services');
    const isStopped = 'value' in services && stateOf(services.value, 'MpsSvc') === 'stopped';
    const networks = partOf(transcripts.products, 'networks');
    const active = partOf(transcripts.products, 'firewall');
    const inForce = 'cannotTell' in active ? [] : active.list;
    if ('cannotTell' in registry && inForce.length === 0) return registry;
    return {
      fact: {
        profiles: profiles.map((profile, category) => ({
          ...(isStopped
            ? { name: profile.name, state: 'off' as const }
            : (readActive(profile.name, inForce) ?? readProfile(registry, profile))),
          inUse: 'cannotTell' in networks ? networks : networks.list.includes(category),
        })),
        products: readProducts(partOf(transcripts.products, 'products')),
      },
    };
  },
});

/** A server has no list of products, and none of them either. Where the list is refused, there might be one. */
function readProducts(listed: { firewall: SecurityProduct[] } | CannotTell): Fact['products'] {
  if ('cannotTell' in listed) {
    return listed.cannotTell === 'absent' ? [] : [{ name: 'firewalls of other makers', state: listed }];
  }
  return listed.firewall.slice(0, 8).map(({ name, state }) => ({
    name: (name ?? 'unnamed').slice(0, 60),
    state: stateOfProduct(state),
  }));
}

function stateOfProduct(state: number): Fact['products'][number]['state'] {
  const known = productStateOf(state);
  if (known === undefined) return { cannotTell: 'unparsable', detail: `productState ${state}` };
  return known === 'on' ? 'on' : 'off';
}

type Active = { name: string; enabled: number; inbound: number; rules: number };

/** Of MSFT_NetFirewallProfile: 0 is no, 1 yes, 2 not set; an action is 2 for allow and 4 for block. Names are English. */
function readActive(name: string, inForce: readonly Active[]): Omit<Profile, 'inUse'> | undefined {
  const found = inForce.find((profile) => profile.name.toLowerCase() === name);
  if (found === undefined || found.enabled > 1) return undefined;
  if (found.enabled === 0) return { name, state: 'off' };
  return { name, state: found.rules === 0 ? 'block-all' : 'on', inbound: found.inbound === 2 ? 'allow' : 'block' };
}

function readProfile(
  registry: Registry | CannotTell,
  { name, key, policy }: (typeof profiles)[number],
): Omit<Profile, 'inUse'> {
  if (isUnknown(registry)) return { name, state: registry };
  const value = (what: string) =>
    [...policy, key].map((place) => registry.number(place, what)).find((one) => one !== undefined);
  const enabled = value('EnableFirewall');
  if (enabled === undefined) {
    const isThere = registry.state(key) === 'there';
    return { name, state: isThere ? { cannotTell: 'absent', detail: `${key} EnableFirewall` } : registry.trouble(key) };
  }
  if (enabled === 0) return { name, state: 'off' };
  // 0 allows, 1 blocks, and blocking is what Windows does when nobody has said anything.
  const inbound = value('DefaultInboundAction') === 0 ? 'allow' : 'block';
  return { name, state: value('DoNotAllowExceptions') === 1 ? 'block-all' : 'on', inbound };
}
