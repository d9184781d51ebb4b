import type { FileProbe, FilesProbe, Transcript } from '../host/probe.ts';

/** Who the agent runs for, and logind's sessions. Names of people and of the PCs they come from are not read. */
export const personProbes = {
  self: { kind: 'file', paths: ['/proc/self/status'], keep: /^(Uid|Groups):/, why: 'whose agent this is' },
  sessions: {
    kind: 'files',
    folder: '/run/systemd/sessions',
    names: /^\w+$/,
    keep: /^(# |UID=|ACTIVE=|STATE=|REMOTE=|TYPE=|CLASS=|SEAT=|SERVICE=|DESKTOP=)/,
    why: 'who is at work here: at the PC or from somewhere else (without names)',
  },
} as const satisfies Record<string, FileProbe | FilesProbe>;

export interface Session {
  readonly uid: number;
  /** Shown on the screen now; one that has no screen of this PC is always active. */
  readonly isActive: boolean;
  readonly isGraphical: boolean;
  /** Has the screen and the keyboard of this PC. */
  readonly hasSeat: boolean;
  /** Comes over the network, by logind's word or by what started it: xrdp does not tell logind. */
  readonly isRemote: boolean;
  /** The desktop's own name, in small letters; empty where it has none. */
  readonly desktop: string;
}

/** People's sessions; undefined where there is no list, or it has another form. */
export function parseSessions(transcript: Transcript): Session[] | undefined {
  if (transcript.outcome !== 'ok' || !transcript.text.endsWith('\n')) return undefined;
  const blocks = transcript.text.split(/^# .*$/m).map((block) => fieldsOf(block));
  const sessions = blocks.filter((fields) => fields.size > 0);
  if (sessions.length === 0 || sessions.some((fields) => !/^\d+$/.test(fields.get('UID') ?? ''))) return undefined;
  return sessions.filter(isOfPerson).map(sessionOf);
}

function fieldsOf(block: string): Map<string, string> {
  const pairs = block.split('\n').map((line) => /^([A-Z]+)=(.*)$/.exec(line));
  return new Map(pairs.flatMap((pair) => (pair?.[1] ? [[pair[1], pair[2] ?? ''] as const] : [])));
}

/** Not the login screen, nor what the system starts in a person's name. */
function isOfPerson(fields: ReadonlyMap<string, string>): boolean {
  return /^user(-early|-light)?(-light)?$/.test(fields.get('CLASS') ?? 'user') && fields.get('STATE') !== 'closing';
}

function sessionOf(fields: ReadonlyMap<string, string>): Session {
  const isGraphical = /^(x11|wayland|mir)$/.test(fields.get('TYPE') ?? '');
  const hasSeat = Boolean(fields.get('SEAT'));
  const isRemoteService = /^(xrdp|sshd|tigervnc|vnc|x2go|nx|gnome-remote-desktop)/.test(fields.get('SERVICE') ?? '');
  return {
    uid: Number(fields.get('UID')),
    isActive: fields.get('ACTIVE') === '1' || fields.get('STATE') === 'active',
    isGraphical,
    hasSeat,
    // A desktop that has no screen of this PC is shown on somebody else's.
    isRemote: fields.get('REMOTE') === '1' || isRemoteService || (isGraphical && !hasSeat),
    desktop: (fields.get('DESKTOP') ?? '').toLowerCase(),
  };
}

export interface Person {
  readonly uid: number;
  /** Groups that the system gave at login; undefined where the agent runs as somebody else than the person. */
  readonly gids: readonly number[] | undefined;
}

/**
 * The person at work: the one whose agent this is. An agent that runs as a service belongs to root, and then it is
 * whoever has the only active session; undefined where that is not one person.
 */
export function personOf(self: Transcript, sessions: readonly Session[] | undefined): Person | undefined {
  if (self.outcome === 'absent') return onlyActive(sessions ?? []);
  if (self.outcome !== 'ok') return undefined;
  const uid = /^Uid:\t\d+\t(\d+)\t/m.exec(self.text)?.[1];
  const groups = /^Groups:\t([\d ]*)\n/m.exec(self.text)?.[1];
  if (uid === undefined || groups === undefined) return undefined;
  if (Number(uid) !== 0) return { uid: Number(uid), gids: groups.split(' ').filter(Boolean).map(Number) };
  const hasSessions = (sessions ?? []).some(({ isActive }) => isActive);
  return hasSessions ? onlyActive(sessions ?? []) : { uid: 0, gids: undefined };
}

function onlyActive(sessions: readonly Session[]): Person | undefined {
  const uids = new Set(sessions.filter(({ isActive }) => isActive).map(({ uid }) => uid));
  const [only] = uids;
  return uids.size === 1 && only !== undefined ? { uid: only, gids: undefined } : undefined;
}
