import type { FactOf } from '../../../../shared/checks/index.ts';
import type { RunningProcess } from '../../host/probe.ts';
import type { Listener } from './sockets.ts';

export type Service = FactOf<'remote-login'>['services'][number];

interface Kind {
  readonly kind: Service['kind'];
  /** Where it is by agreement. */
  readonly ports: readonly number[];
  /** Programs that offer it, which may have been given another port. */
  readonly programs: RegExp;
  /** `root`, or whoever is logged in. */
  readonly owner: 'root' | 'person';
}

const displays = Array.from({ length: 21 }, (_none, display) => 5900 + display);

/** What lets somebody in that comes with a distribution. Products of other makers are in the catalogue of `software`. */
const kinds: readonly Kind[] = [
  { kind: 'ssh', ports: [22], programs: /^(sshd|sshd-session|dropbear|tinysshd)$/, owner: 'root' },
  {
    kind: 'rdp',
    ports: [3389],
    programs: /^(xrdp|gnome-remote-desktop-daemon|gnome-remote-de|krdpserver)$/,
    owner: 'person',
  },
  {
    kind: 'vnc',
    ports: displays,
    programs:
      /^(x11vnc|x0vncserver|x0tigervncserv.*|Xvnc|Xtigervnc|Xtightvnc|Xvnc4|wayvnc|vino-server|krfb|vncserver-x11.*)$/,
    owner: 'person',
  },
  { kind: 'telnet', ports: [23], programs: /^(in\.telnetd|telnetd|utelnetd)$/, owner: 'root' },
  {
    kind: 'file-sharing',
    ports: [139, 445, 2049, 21],
    programs: /^(smbd|ksmbd\.mountd|vsftpd|proftpd|pure-ftpd)$/,
    owner: 'root',
  },
  { kind: 'remote-management', ports: [], programs: /^(cockpit-ws|cockpit-tls)$/, owner: 'root' },
];

/** Ports that the settings of a service name beside those by agreement. */
export type MorePorts = Readonly<Partial<Record<Service['kind'], readonly number[]>>>;

export interface Seen {
  readonly listeners: readonly Listener[];
  readonly running: readonly RunningProcess[];
  readonly morePorts: MorePorts;
  /** Why a service that was not seen may be there all the same. */
  readonly blind:
    | {
        readonly cannotTell: 'absent' | 'denied' | 'timeout' | 'too-large' | 'failed' | 'unparsable';
        readonly detail: string;
      }
    | undefined;
}

export function servicesIn(seen: Seen): Service[] {
  const claimed = new Set(kinds.flatMap(({ kind, ports }) => [...ports, ...(seen.morePorts[kind] ?? [])]));
  return kinds.map((kind) => serviceOf(kind, seen, claimed));
}

function serviceOf({ kind, ports, programs, owner }: Kind, seen: Seen, claimed: ReadonlySet<number>): Service {
  const own = new Set([...ports, ...(seen.morePorts[kind] ?? [])]);
  const isRunning = seen.running.some((process) => namesOf(process).some((name) => programs.test(name)));
  const here = seen.listeners.filter(({ port }) => own.has(port));
  if (here.some(({ isLocal }) => !isLocal)) {
    const doubt = kind === 'vnc' && !isRunning && seen.running.some(isEmulator);
    // Emulators show the screens of their machines in the same way, on the same ports.
    if (doubt) return { kind, state: { cannotTell: 'denied', detail: 'may be the screen of a virtual machine' } };
    return { kind, state: 'on', reach: 'network' };
  }
  // Its program runs, and waits where nobody agreed on: which socket is whose, the system tells only its owner.
  const elsewhere = seen.listeners.filter(({ port, uid }) => !claimed.has(port) && (owner === 'person' || uid === 0));
  if (isRunning && elsewhere.some(({ isLocal }) => !isLocal)) {
    return { kind, state: { cannotTell: 'denied', detail: 'its program runs, and which port it has is hidden' } };
  }
  if (seen.blind) return { kind, state: seen.blind };
  return here.length > 0 || (isRunning && elsewhere.length > 0)
    ? { kind, state: 'on', reach: 'this-pc' }
    : { kind, state: 'off' };
}

function namesOf({ exe, comm }: RunningProcess): string[] {
  return [exe ?? comm, comm];
}

function isEmulator(process: RunningProcess): boolean {
  return namesOf(process).some((name) => /^(qemu-|kvm$|VBoxHeadless|VirtualBoxVM|vmware-vmx)/.test(name));
}
