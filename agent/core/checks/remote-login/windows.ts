import { z } from 'zod';
import type { CannotTell } from '../../../../shared/checks/define.ts';
import type { FactOf } from '../../../../shared/checks/index.ts';
import type { Transcript } from '../../host/probe.ts';
import { parseNative } from '../../windows/native.ts';
import { parseRegistry } from '../../windows/registry.ts';
import { Services, stateOf } from '../../windows/services.ts';
import { type Parsed, reader } from '../reader.ts';

type Fact = FactOf<'remote-login'>;
type Service = Fact['services'][number];
type Name = 'desktop' | 'services' | 'shares' | 'session';

const terminal = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server';
const policy = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services';

const Shares = z.object({ shares: z.number() });
const Session = z.object({ remote: z.boolean(), protocol: z.number().optional() });

/** Services that let others in while they run. */
const byService = [
  { kind: 'ssh', names: ['sshd'] },
  { kind: 'telnet', names: ['TlntSvr'] },
  { kind: 'remote-management', names: ['WinRM'] },
  { kind: 'vnc', names: ['tvnserver', 'uvnc_service', 'vncserver', 'WinVNC4'] },
] as const;

export const remoteLoginWindows = reader<Fact, Name>({
  probes: {
    desktop: {
      kind: 'registry',
      keys: [terminal, policy].map((key) => ({ key, values: ['fDenyTSConnections'] })),
      why: 'whether Remote Desktop lets others in',
    },
    services: { kind: 'windows', call: 'services', why: 'whether a service runs that lets others in' },
    shares: {
      kind: 'windows',
      call: 'shares',
      why: 'whether a folder is shared with the network (their number alone)',
    },
    session: { kind: 'windows', call: 'session', why: 'whether the person uses this PC from somewhere else' },
  },
  parse(transcripts): Parsed<Fact> {
    const services = parseNative(transcripts.services, Services, 'services');
    if ('cannotTell' in services) return services;
    const found = byService.flatMap(({ kind, names }) => serviceOf(kind, names, services.value));
    const session = parseNative(transcripts.session, Session, 'session');
    return {
      fact: {
        services: [
          { kind: 'rdp', state: remoteDesktop(transcripts.desktop) },
          ...found,
          { kind: 'file-sharing', state: fileSharing(transcripts.shares, services.value) },
        ],
        remoteSession: 'cannotTell' in session ? session : isRemote(session.value),
      },
    };
  },
});

/** Windows denies unless somebody has allowed it; a policy wins. */
function remoteDesktop(transcript: Transcript): Service['state'] {
  const registry = parseRegistry(transcript, terminal);
  if ('cannotTell' in registry) return registry;
  if (registry.state(terminal) !== 'there') return registry.trouble(terminal);
  const denies = registry.number(policy, 'fDenyTSConnections') ?? registry.number(terminal, 'fDenyTSConnections') ?? 1;
  return denies === 0 ? 'on' : 'off';
}

/** Of several that could be there, one that runs decides; one that is not installed is not listed. */
function serviceOf(kind: Service['kind'], names: readonly string[], services: z.output<typeof Services>): Service[] {
  const states = names.map((name) => stateOf(services, name)).filter((state) => state !== 'not-installed');
  if (states.length === 0) return [];
  if (states.includes('running')) return [{ kind, state: 'on' }];
  const unread = states.find((state): state is CannotTell => typeof state === 'object');
  return unread?.cannotTell === 'absent' ? [] : [{ kind, state: unread ?? 'off' }];
}

/** The service runs on every Windows; it gives nothing away while nothing is shared. */
function fileSharing(transcript: Transcript, services: z.output<typeof Services>): Service['state'] {
  const state = stateOf(services, 'LanmanServer');
  if (state === 'stopped' || state === 'not-installed') return 'off';
  const shares = parseNative(transcript, Shares, 'shares');
  if ('cannotTell' in shares) return shares;
  return shares.value.shares > 0 ? 'on' : 'off';
}

/** A session with a graphics card of its own may deny that it is remote; then its protocol tells. */
function isRemote({ remote, protocol }: z.output<typeof Session>): boolean {
  return remote || (protocol !== undefined && protocol !== 0);
}
