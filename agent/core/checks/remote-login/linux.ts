import type { CannotTell } from '../../../../shared/checks/define.ts';
import type { FactOf } from '../../../../shared/checks/index.ts';
import type { FileProbe, RunningProcess, Transcript } from '../../host/probe.ts';
import { type Person, parseSessions, personOf, personProbes, type Session } from '../linux-person.ts';
import { type Parsed, reader } from '../reader.ts';
import { type MorePorts, type Seen, servicesIn } from './services.ts';
import { type Listener, parseListeners } from './sockets.ts';
import { isRemoteByWho } from './who.ts';

type Fact = FactOf<'remote-login'>;
type Name =
  | keyof typeof personProbes
  | 'tcp'
  | 'tcp6'
  | 'running'
  | 'sshd'
  | 'moreSshd'
  | 'xrdp'
  | 'cockpit'
  | 'who'
  | 'accounts';
type Transcripts = Readonly<Record<Name, Transcript>>;

const sockets = (path: string): FileProbe => ({
  kind: 'file',
  paths: [path],
  keep: /^\s*(sl\s|\d+: [0-9A-F]+:[0-9A-F]{4} [0-9A-F]+:[0-9A-F]{4} 0A )/,
  why: 'which ports of this PC wait for connections, and for whose',
});

/**
 * What waits for connections is in the kernel's list, for every user, with the address. The name of a program only
 * says more: a service on an unusual port, or whose a port is.
 */
export const remoteLoginLinux = reader<Fact, Name>({
  probes: {
    tcp: sockets('/proc/net/tcp'),
    tcp6: sockets('/proc/net/tcp6'),
    running: { kind: 'processes', why: 'whether a program runs that lets others in' },
    sshd: { kind: 'file', paths: ['/etc/ssh/sshd_config'], keep: /^\s*(port|listenaddress)\b/i, why: 'port of SSH' },
    moreSshd: {
      kind: 'files',
      folder: '/etc/ssh/sshd_config.d',
      names: /\.conf$/,
      keep: /^\s*(port|listenaddress)\b/i,
      why: 'port of SSH',
    },
    xrdp: { kind: 'file', paths: ['/etc/xrdp/xrdp.ini'], keep: /^\s*(\[|port\s*=)/i, why: 'port of xrdp' },
    cockpit: {
      kind: 'folder',
      path: '/etc/systemd/system/sockets.target.wants',
      why: 'whether Cockpit is switched on',
    },
    ...personProbes,
    who: {
      kind: 'command',
      paths: ['/usr/bin/who'],
      args: [],
      inputs: ['/run/utmp', '/var/run/utmp'],
      why: 'where you are logged in from, on systems without logind',
    },
    accounts: { kind: 'file', paths: ['/etc/passwd'], why: 'which account is yours (no other one is looked at)' },
  },
  parse: parseRemoteLogin,
});

function parseRemoteLogin(transcripts: Transcripts): Parsed<Fact> {
  const tcp = listenersIn(transcripts.tcp, '/proc/net/tcp');
  const tcp6 = listenersIn(transcripts.tcp6, '/proc/net/tcp6');
  const remoteSession = remoteSessionOf(transcripts);
  const isEverythingHidden = 'cannotTell' in tcp && 'cannotTell' in tcp6 && typeof remoteSession !== 'boolean';
  if (isEverythingHidden) return tcp;
  const listeners = [tcp, tcp6].flatMap((one) => ('list' in one ? one.list : []));
  const running = parseRunning(transcripts.running);
  const seen: Seen = {
    listeners,
    running: running ?? [],
    morePorts: morePorts(transcripts),
    blind: blindness(tcp, tcp6),
  };
  return { fact: { services: servicesIn(seen), remoteSession } };
}

type Listeners = { list: Listener[] } | Blind;
type Blind = NonNullable<Seen['blind']>;

function listenersIn(transcript: Transcript, detail: string): Listeners {
  if (transcript.outcome !== 'ok') return { cannotTell: transcript.outcome, detail };
  const list = parseListeners(transcript.text);
  return list ? { list } : { cannotTell: 'unparsable', detail };
}

/** A kernel without IPv6 has no list for it. */
function blindness(tcp: Listeners, tcp6: Listeners): Blind | undefined {
  if ('cannotTell' in tcp) return tcp;
  return 'cannotTell' in tcp6 && tcp6.cannotTell !== 'absent' ? tcp6 : undefined;
}

function parseRunning(running: Transcript): RunningProcess[] | undefined {
  if (running.outcome !== 'ok') return undefined;
  return JSON.parse(running.text) as RunningProcess[];
}

function morePorts({ sshd, moreSshd, xrdp, cockpit }: Transcripts): MorePorts {
  const ssh = /^[ \t]*(?:port[ \t]+|listenaddress[ \t]+\S*:)(\d+)[ \t]*$/gim;
  return {
    ssh: [sshd, moreSshd].flatMap((config) => portsIn(config, ssh)),
    rdp: portsIn(xrdp, /^[ \t]*port[ \t]*=[ \t]*(?:tcp:\/\/\S*:)?(\d+)[ \t]*$/gim),
    // Others wait on that port too: it is Cockpit's where Cockpit is switched on.
    'remote-management': cockpit.outcome === 'ok' && /\tcockpit\.socket$/m.test(cockpit.text) ? [9090] : [],
  };
}

function portsIn(transcript: Transcript, form: RegExp): number[] {
  if (transcript.outcome !== 'ok') return [];
  return [...transcript.text.matchAll(form)].map(([, port]) => Number(port));
}

function remoteSessionOf(transcripts: Transcripts): Fact['remoteSession'] {
  const { sessions: raw, self, who, accounts } = transcripts;
  const sessions = parseSessions(raw);
  const person = personOf(self, sessions);
  if (sessions) return person ? remoteAmong(sessions, person) : { cannotTell: 'absent', detail: 'whose agent this is' };
  if (raw.outcome === 'ok') return { cannotTell: 'unparsable', detail: '/run/systemd/sessions' };
  const name = person && nameOf(person, accounts);
  if (who.outcome === 'ok' && !who.exitCode && name !== undefined) return isRemoteByWho(who.text, name);
  return { cannotTell: raw.outcome, detail: 'the list of sessions' };
}

/** At the screen of this PC, unless a desktop of the same person is shown somewhere else, or nothing else is theirs. */
function remoteAmong(sessions: readonly Session[], { uid }: Person): boolean | CannotTell {
  const mine = sessions.filter((session) => session.uid === uid && session.isActive);
  if (mine.some(({ isGraphical, isRemote }) => isGraphical && isRemote)) return true;
  if (mine.some(({ hasSeat, isRemote }) => hasSeat && !isRemote)) return false;
  if (mine.some(({ isRemote }) => isRemote)) return true;
  return { cannotTell: 'absent', detail: 'no session of this person' };
}

function nameOf({ uid }: Person, accounts: Transcript): string | undefined {
  if (accounts.outcome !== 'ok') return undefined;
  const row = accounts.text.split('\n').find((line) => line.split(':', 3)[2] === String(uid));
  return row?.split(':', 1)[0];
}
