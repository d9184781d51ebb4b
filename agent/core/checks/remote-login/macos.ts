import type { FactOf } from '../../../../shared/checks/index.ts';
import type { Transcript } from '../../host/probe.ts';
import { type Answer, isAnswer, mostTelling, textOf, valueIn } from '../../macos/answers.ts';
import { overridesProbe, serviceOverrides } from '../../macos/launchd.ts';
import { program } from '../../macos/probes.ts';
import { type Parsed, reader } from '../reader.ts';

type Fact = FactOf<'remote-login'>;
type Service = Fact['services'][number];

/** Two witnesses: what is switched on, and who listens. Neither needs an administrator. */
export const remoteLoginMacos = reader<Fact, 'switches' | 'connections'>({
  probes: {
    switches: overridesProbe('which ways of getting in from outside are switched on'),
    connections: program(
      '/usr/sbin/netstat',
      ['-an', '-p', 'tcp'],
      'which ways of getting in from outside are open, and whether somebody uses one now (from where, is not kept)',
    ),
  },
  parse({ switches, connections }): Parsed<Fact> {
    const on = serviceOverrides(switches);
    const sockets = socketsOf(connections);
    if (!isAnswer(on) && !isAnswer(sockets)) return mostTelling(on, sockets);
    const witness = { on: valueIn(on), sockets: valueIn(sockets) };
    const unread = mostTelling(sockets);
    const services = [
      byBoth('ssh', ['com.openssh.sshd'], [22], witness),
      byBoth('screen-sharing', ['com.apple.screensharing'], witness.on ? [] : [5900], witness),
      witness.sockets
        ? byPort('remote-management', 3283, witness.sockets)
        : { kind: 'remote-management' as const, state: unread },
      byBoth('file-sharing', ['com.apple.smbd', 'com.apple.AppleFileServer'], [445, 548], witness),
      ...othersOf(witness),
    ];
    return { fact: { services, remoteSession: witness.sockets ? witness.sockets.some(isUsedFromOutside) : unread } };
  },
});

interface Socket {
  readonly port: number;
  readonly state: string;
  readonly isLocal: boolean;
}

interface Witness {
  readonly on: ReadonlyMap<string, boolean> | undefined;
  readonly sockets: readonly Socket[] | undefined;
}

/** `tcp4       0      0  192.168.1.20.5900      192.168.1.33.53211     ESTABLISHED`; the port comes after the last dot. */
function socketsOf(transcript: Transcript): Answer<Socket[]> {
  const text = textOf(transcript, 'netstat');
  if (!isAnswer(text)) return text;
  if (!/^Proto +Recv-Q +Send-Q/m.test(text.value)) return { cannotTell: 'unparsable', detail: 'netstat' };
  const sockets = text.value.split('\n').flatMap((line): Socket[] => {
    const [protocol = '', , , local = '', foreign = '', state = ''] = line.trim().split(/\s+/);
    const port = Number(local.slice(local.lastIndexOf('.') + 1));
    if (!protocol.startsWith('tcp') || !Number.isInteger(port)) return [];
    return [{ port, state, isLocal: /^(?:127\.|::1\.|fe80::1%lo0)/.test(state === 'LISTEN' ? local : foreign) }];
  });
  return { value: sockets };
}

const listenersOn = (port: number, sockets: readonly Socket[]) =>
  sockets.filter((socket) => socket.state === 'LISTEN' && socket.port === port);

/** Screen sharing and SSH as they are used from elsewhere right now. */
function isUsedFromOutside({ port, state, isLocal }: Socket): boolean {
  return state === 'ESTABLISHED' && !isLocal && (port === 5900 || port === 22);
}

function byPort(kind: Service['kind'], port: number, sockets: readonly Socket[]): Service {
  const listening = listenersOn(port, sockets);
  if (listening.length === 0) return { kind, state: 'off' };
  return { kind, state: 'on', reach: listening.every(({ isLocal }) => isLocal) ? 'this-pc' : 'network' };
}

/** On when either says so: launchd listens for what is switched on, and somebody may run a server of their own. */
function byBoth(kind: Service['kind'], labels: readonly string[], ports: readonly number[], witness: Witness): Service {
  const { on, sockets = [] } = witness;
  const seen = ports.map((port) => byPort(kind, port, sockets));
  const open =
    seen.find(({ state, reach }) => state === 'on' && reach === 'network') ?? seen.find(({ state }) => state === 'on');
  if (open) return open;
  return { kind, state: labels.some((label) => on?.get(label)) ? 'on' : 'off' };
}

/** What macOS does not bring itself is listed only where it is there. */
function othersOf({ on, sockets = [] }: Witness): Service[] {
  const isApples = on?.get('com.apple.screensharing') === true || listenersOn(3283, sockets).length > 0;
  const vnc = byPort('vnc', 5900, sockets);
  const telnet = byPort('telnet', 23, sockets);
  return [...(on && !isApples && vnc.state === 'on' ? [vnc] : []), ...(telnet.state === 'on' ? [telnet] : [])];
}
