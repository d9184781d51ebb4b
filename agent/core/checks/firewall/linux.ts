import type { CannotTell } from '../../../../shared/checks/define.ts';
import type { FactOf } from '../../../../shared/checks/index.ts';
import type { CommandProbe, Transcript } from '../../host/probe.ts';
import { type Parsed, reader } from '../reader.ts';
import { inboundOf } from './firewalld.ts';
import type { Guards } from './guard.ts';
import { parseNftablesConf } from './nftables-conf.ts';
import { parseRuleset, type Rules } from './ruleset.ts';
import { parseUnits, type Units } from './units.ts';

type Fact = FactOf<'firewall'>;
type Profile = Fact['profiles'][number];
type Name =
  | 'units'
  | 'ufw'
  | 'ufwDefaults'
  | 'zone'
  | 'zones'
  | 'nftablesConf'
  | 'rules'
  | 'legacy'
  | 'modules'
  | 'ipv6';
type Transcripts = Readonly<Record<Name, Transcript>>;

/** Services that load rules of their own, beside ufw and firewalld. */
const loaders = ['nftables', 'iptables', 'ip6tables', 'netfilter-persistent', 'shorewall', 'ferm'] as const;

/** Asks firewalld, without starting it and without a question to the person. */
const firewalld = (interfaceName: string, method: string): CommandProbe => ({
  kind: 'command',
  paths: ['/usr/bin/busctl'],
  args: [
    ...'--json=short --auto-start=no --allow-interactive-authorization=no call'.split(' '),
    ...'org.fedoraproject.FirewallD1 /org/fedoraproject/FirewallD1'.split(' '),
    interfaceName,
    method,
  ],
  needs: '/usr/sbin/firewalld',
  why: 'what firewalld does with connections that no rule names',
});

/**
 * The rules themselves are shown to root alone, and then they decide. For everybody else: what the program that loads
 * them says of itself.
 */
export const firewallLinux = reader<Fact, Name>({
  probes: {
    units: {
      kind: 'command',
      paths: ['/usr/bin/systemctl', '/bin/systemctl'],
      args: [
        'show',
        '--property=Id,LoadState,ActiveState',
        ...['ufw', 'firewalld', ...loaders].map((name) => `${name}.service`),
      ],
      why: 'which firewall runs',
    },
    ufw: { kind: 'file', paths: ['/etc/ufw/ufw.conf'], why: 'whether ufw is switched on' },
    ufwDefaults: {
      kind: 'file',
      paths: ['/etc/default/ufw'],
      why: 'what ufw does with connections that no rule names',
    },
    zone: firewalld('org.fedoraproject.FirewallD1', 'getDefaultZone'),
    zones: firewalld('org.fedoraproject.FirewallD1.zone', 'getActiveZones'),
    nftablesConf: { kind: 'file', paths: ['/etc/nftables.conf'], why: 'which rules the service nftables has loaded' },
    rules: {
      kind: 'command',
      paths: ['/usr/sbin/nft', '/sbin/nft'],
      args: ['--json', '--terse', 'list', 'ruleset'],
      why: 'the rules in force, where the agent may know',
    },
    legacy: { kind: 'file', paths: ['/proc/net/ip_tables_names'], why: 'whether rules of the old kind are in force' },
    modules: { kind: 'file', paths: ['/proc/modules'], why: 'whether the kernel has any rules at all' },
    ipv6: { kind: 'file', paths: ['/proc/net/if_inet6'], why: 'whether IPv6 is in use' },
  },
  parse: parseFirewall,
});

function parseFirewall(transcripts: Transcripts): Parsed<Fact> {
  const units = parseUnits(transcripts.units);
  const rules = parseRules(transcripts);
  const candidates = [
    ufw(transcripts, units, rules),
    managed(transcripts, units),
    ...loaded(transcripts, units, rules),
  ];
  const found = candidates.filter((profile) => profile !== undefined);
  const atWork = found.filter(({ state }) => state !== 'off');
  // One that is switched off while another one is at work guards nothing, and need not.
  if (atWork.length > 0) return { fact: { profiles: atWork, products: [] } };
  const own = rules && byRules(rules, transcripts);
  if (own && own.state !== 'off') return { fact: { profiles: [own], products: [] } };
  if (found.length > 0) return { fact: { profiles: found, products: [] } };
  if (own) return { fact: { profiles: [], products: [] } };
  return withoutManager(transcripts, units);
}

/** Nobody is known to have loaded rules: there are none where the kernel has not even what rules are made of. */
function withoutManager({ modules, rules, legacy }: Transcripts, units: Units | CannotTell): Parsed<Fact> {
  if (rules.outcome === 'ok' && !rules.exitCode) {
    const isOld = legacy.outcome === 'ok' && /^filter$/m.test(legacy.text);
    return isOld
      ? { cannotTell: 'absent', detail: 'rules of the old kind' }
      : { cannotTell: 'unparsable', detail: 'nft' };
  }
  if ('cannotTell' in units) return isRefused(rules) ? needsAdmin() : units;
  const isListOfModules = modules.outcome === 'ok' && /^\w+ \d+ \d+ /.test(modules.text);
  const hasRules =
    isListOfModules && /^(nf_tables|ip_tables|ip6_tables|iptable_filter|ip6table_filter) /m.test(modules.text);
  const isEmpty = isListOfModules && !hasRules && legacy.outcome === 'absent';
  return isEmpty ? { fact: { profiles: [], products: [] } } : needsAdmin();
}

function needsAdmin(): Parsed<Fact> {
  return { cannotTell: 'needs-admin', detail: 'only root sees the rules in force' };
}

function isRefused(rules: Transcript): boolean {
  return rules.outcome === 'ok' && Boolean(rules.exitCode) && /not permitted/i.test(rules.errorText ?? '');
}

function parseRules({ rules, legacy }: Transcripts): Rules | undefined {
  if (rules.outcome !== 'ok' || rules.exitCode) return undefined;
  // Rules of the old kind are in another place, where nft does not look.
  if (legacy.outcome !== 'absent' && !(legacy.outcome === 'ok' && !/^filter$/m.test(legacy.text))) return undefined;
  try {
    return parseRuleset(rules.text);
  } catch {
    return undefined;
  }
}

function ufw(
  { ufw: conf, ufwDefaults, ...others }: Transcripts,
  units: Units | CannotTell,
  rules: Rules | undefined,
): Profile | undefined {
  if (conf.outcome === 'absent' || (conf.outcome !== 'ok' && 'cannotTell' in units)) return undefined;
  if (conf.outcome !== 'ok')
    return { name: 'ufw', inUse: true, state: { cannotTell: conf.outcome, detail: '/etc/ufw/ufw.conf' } };
  const enabled = /^[ \t]*ENABLED[ \t]*=[ \t]*["']?(yes|no)["']?[ \t]*$/im.exec(conf.text)?.[1]?.toLowerCase();
  if (enabled === undefined) return unreadableUfw(units);
  if (enabled === 'no') return { name: 'ufw', inUse: true, state: 'off' };
  if (rules)
    return rules.hasUfw ? { ...profileOf('ufw', rules, others.ipv6) } : { name: 'ufw', inUse: true, state: 'off' };
  const state = stateOf('ufw', units);
  if (state !== 'on') return { name: 'ufw', inUse: true, state };
  return { name: 'ufw', inUse: true, state, inbound: defaultOf(ufwDefaults) };
}

/** A file of another form says nothing, and where nothing else does either there is no such firewall. */
function unreadableUfw(units: Units | CannotTell): Profile | undefined {
  if ('cannotTell' in units) return undefined;
  return { name: 'ufw', inUse: true, state: { cannotTell: 'unparsable', detail: '/etc/ufw/ufw.conf' } };
}

/** Systems without systemd load ufw by its file alone. */
function stateOf(name: string, units: Units | CannotTell): 'on' | 'off' | CannotTell {
  if ('cannotTell' in units) return units.cannotTell === 'absent' ? 'on' : units;
  if (!units.listed.has(name)) return { cannotTell: 'unparsable', detail: `systemctl says nothing of ${name}` };
  return units.active.has(name) ? 'on' : 'off';
}

function defaultOf(defaults: Transcript): NonNullable<Profile['inbound']> {
  if (defaults.outcome !== 'ok') return { cannotTell: defaults.outcome, detail: '/etc/default/ufw' };
  const policy = /^[ \t]*DEFAULT_INPUT_POLICY[ \t]*=[ \t]*["']?(DROP|REJECT|ACCEPT)["']?[ \t]*$/im.exec(
    defaults.text,
  )?.[1];
  if (policy === undefined) return { cannotTell: 'unparsable', detail: '/etc/default/ufw' };
  return policy.toUpperCase() === 'ACCEPT' ? 'allow' : 'block';
}

function managed({ zone, zones }: Transcripts, units: Units | CannotTell): Profile | undefined {
  const answers = zone.outcome === 'ok' && !zone.exitCode && zone.text.includes('"data"');
  const isKnown = !('cannotTell' in units) && units.known.has('firewalld');
  const isActive = answers || (!('cannotTell' in units) && units.active.has('firewalld'));
  if (isActive) return { name: 'firewalld', inUse: true, state: 'on', inbound: inboundOf(zone, zones) };
  return isKnown ? { name: 'firewalld', inUse: true, state: 'off' } : undefined;
}

/** Services that load rules once. Only the file of nftables may be read by everybody. */
function loaded(transcripts: Transcripts, units: Units | CannotTell, rules: Rules | undefined): Profile[] {
  if ('cannotTell' in units) return [];
  return loaders
    .filter((name) => units.active.has(name))
    .map((name) => {
      const conf = transcripts.nftablesConf;
      const guards = rules ?? (name === 'nftables' && conf.outcome === 'ok' ? parseNftablesConf(conf.text) : undefined);
      if (guards) return profileOf(name, guards, transcripts.ipv6);
      return { name, inUse: true, state: { cannotTell: 'needs-admin', detail: 'only root sees the rules in force' } };
    });
}

function byRules(rules: Rules, { ipv6 }: Transcripts): Profile {
  return profileOf('nftables', rules, ipv6);
}

function profileOf(name: string, guards: Guards, ipv6: Transcript): Profile {
  if (guards.ipv4 === 'none' && guards.ipv6 === 'none') return { name, inUse: true, state: 'off' };
  const isBlocked = guards.ipv4 === 'block' && (guards.ipv6 === 'block' || !usesIpv6(ipv6));
  return { name, inUse: true, state: 'on', inbound: isBlocked ? 'block' : 'allow' };
}

/** Addresses of scope `00` are reached from other networks; `10` and `20` are the PC itself and its own link. */
function usesIpv6(ipv6: Transcript): boolean {
  if (ipv6.outcome === 'absent') return false;
  return ipv6.outcome !== 'ok' || /^[0-9a-f]{32} \S+ \S+ 00 /m.test(ipv6.text);
}
