import type { FactOf } from '../../../../shared/checks/index.ts';
import type { FolderProbe, Transcript } from '../../host/probe.ts';
import { type Person, parseSessions, personOf, personProbes } from '../linux-person.ts';
import { type Parsed, reader } from '../reader.ts';
import { type Account, type Group, parseAccounts, parseGroups } from './accounts.ts';
import { parseSudoers, type SudoRule } from './sudoers.ts';

type Fact = FactOf<'admin-rights'>;
type Name = keyof typeof personProbes | 'accounts' | 'groups' | 'run' | 'lxd' | 'incus' | 'sudoers' | 'moreSudoers';
type Transcripts = Readonly<Record<Name, Transcript>>;

const service = (path: string, name: string): FolderProbe => ({
  kind: 'folder',
  path,
  why: `whether ${name} is there, whose group can do everything`,
});

/**
 * The groups that the systems themselves give rights to, in the group file, which is newer than what a login was given.
 * Rules of sudo are root's secret; where they are shown, they decide. Nothing here tries sudo: it logs and may send mail.
 */
export const adminRightsLinux = reader<Fact, Name>({
  probes: {
    ...personProbes,
    accounts: { kind: 'file', paths: ['/etc/passwd'], why: 'which account is yours (no other one is looked at)' },
    groups: { kind: 'file', paths: ['/etc/group'], why: 'which groups your account is in' },
    run: service('/run', 'Docker'),
    lxd: service('/var/snap/lxd/common/lxd', 'LXD'),
    incus: service('/var/lib/incus', 'Incus'),
    sudoers: { kind: 'file', paths: ['/etc/sudoers'], why: 'what sudo allows, where the agent may know' },
    moreSudoers: {
      kind: 'files',
      folder: '/etc/sudoers.d',
      names: /^[^.~]+$/,
      why: 'what sudo allows, where the agent may know',
    },
  },
  parse: parseAdminRights,
});

function parseAdminRights(transcripts: Transcripts): Parsed<Fact> {
  const { self, accounts: rawAccounts, groups: rawGroups } = transcripts;
  const person = personOf(self, parseSessions(transcripts.sessions));
  if (self.outcome !== 'ok') return { cannotTell: self.outcome, detail: 'whose agent this is' };
  if (!person) return { cannotTell: isWhole(self) ? 'absent' : 'unparsable', detail: 'who is at work' };
  if (person.uid === 0) return { fact: { rights: 'always', by: ['root'] } };
  if (rawGroups.outcome !== 'ok') return { cannotTell: rawGroups.outcome, detail: '/etc/group' };
  const groups = parseGroups(rawGroups.text);
  const accounts = rawAccounts.outcome === 'ok' ? parseAccounts(rawAccounts.text) : [];
  if (!groups) return { cannotTell: 'unparsable', detail: '/etc/group' };
  if (!accounts) return { cannotTell: 'unparsable', detail: '/etc/passwd' };
  const account = accounts.find(({ uid }) => uid === person.uid);
  const own = groupsOf(person, account, groups);
  const rules = rulesIn(transcripts);
  if (rules === 'unparsable') return { cannotTell: 'unparsable', detail: '/etc/sudoers' };
  const always = own.filter((name) => isAlways(name, transcripts));
  const asked = own.filter((name) => adminGroups.has(name));
  const bySudo = account && rules ? rules(account.name, own) : [];
  return judge({ always, asked, bySudo, isComplete: isComplete(person, account, groups) });
}

function isWhole(self: Transcript): boolean {
  return self.outcome === 'ok' && /^Uid:\t\d+\t\d+\t/m.test(self.text);
}

/** Groups to which the systems give administrator rights when they are installed. */
const adminGroups: ReadonlySet<string> = new Set(['sudo', 'wheel', 'admin']);

/** Groups that make everybody in them as good as root, without a question, where what they belong to is there. */
function isAlways(group: string, { run, lxd, incus }: Transcripts): boolean {
  switch (group) {
    case 'disk':
      return true;
    case 'docker':
      return run.outcome === 'ok' && /\tdocker\.sock$/m.test(run.text);
    case 'lxd':
      return isThere(lxd);
    case 'incus-admin':
      return isThere(incus);
    default:
      return false;
  }
}

function isThere({ outcome }: Transcript): boolean {
  return outcome === 'ok' || outcome === 'denied';
}

function groupsOf({ gids = [] }: Person, account: Account | undefined, groups: readonly Group[]): string[] {
  const mine = groups.filter(
    ({ gid, members }) =>
      gid === account?.gid || gids.includes(gid) || (account !== undefined && members.includes(account.name)),
  );
  return [...new Set(mine.map(({ name }) => name))];
}

/** False where the person, or a group of theirs, belongs to a directory service, whose groups are not in the file. */
function isComplete({ gids }: Person, account: Account | undefined, groups: readonly Group[]): boolean {
  if (account === undefined || !groups.some(({ gid }) => gid === account.gid)) return false;
  return (gids ?? []).every((gid) => groups.some((group) => group.gid === gid));
}

/** What sudo's rules give this person; undefined where they are hidden, which is the rule. */
function rulesIn({ sudoers, moreSudoers }: Transcripts) {
  if (sudoers.outcome !== 'ok') return undefined;
  const more = moreSudoers.outcome === 'ok' ? moreSudoers.text : '';
  return parseSudoers(`${sudoers.text}\n${more}`) ?? 'unparsable';
}

interface Rights {
  readonly always: readonly string[];
  readonly asked: readonly string[];
  readonly bySudo: readonly SudoRule[];
  readonly isComplete: boolean;
}

function judge({ always, asked, bySudo, isComplete }: Rights): Parsed<Fact> {
  const unasked = bySudo.filter(({ asks }) => !asks);
  const by = [...new Set([...always, ...unasked.map(({ who }) => who), ...asked, ...bySudo.map(({ who }) => who)])];
  const named = by.map((name) => name.slice(0, 40)).slice(0, 4);
  if (always.length > 0 || unasked.length > 0) return { fact: { rights: 'always', by: named } };
  if (named.length > 0) return { fact: { rights: 'with-consent', by: named } };
  if (isComplete) return { fact: { rights: 'ordinary', by: [] } };
  return { cannotTell: 'absent', detail: 'the account or a group of it is not in the files of this PC' };
}
