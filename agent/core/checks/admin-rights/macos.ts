import type { FactOf } from '../../../../shared/checks/index.ts';
import type { Transcript } from '../../host/probe.ts';
import { type Answer, foundIn, isAnswer, mostTelling, valueIn } from '../../macos/answers.ts';
import { program } from '../../macos/probes.ts';
import { type Parsed, reader } from '../reader.ts';

type Fact = FactOf<'admin-rights'>;

/** Administrators of a Mac are the members of the group `admin`, which is number 80 in every language. */
export const adminRightsMacos = reader<Fact, 'id' | 'member'>({
  probes: {
    id: program('/usr/bin/id', [], 'whether your account is an administrator (its name is not kept)'),
    member: program(
      '/usr/sbin/dseditgroup',
      ['-o', 'checkmember', 'admin'],
      'the same, where a group was changed just now',
    ),
  },
  parse({ id, member }): Parsed<Fact> {
    const account = accountById(id);
    const isMember = memberByDirectory(member);
    if (!isAnswer(account) && !isAnswer(isMember)) return mostTelling(account, isMember);
    if (valueIn(account) === 'root') return { fact: { rights: 'always', by: [] } };
    const isAdmin = valueIn(account) === 'admin' || valueIn(isMember) === true;
    return { fact: { rights: isAdmin ? 'with-consent' : 'ordinary', by: isAdmin ? ['admin'] : [] } };
  },
});

/** `uid=501(anna) gid=20(staff) groups=20(staff),12(everyone),80(admin)`; `_lpadmin` and the like are none. */
function accountById(transcript: Transcript): Answer<'root' | 'admin' | 'ordinary'> {
  const found = foundIn(
    transcript,
    'id',
    /^uid=(\d+).{0,400}? groups=(\d+(?:\([^()\n]*\))?(?:,\d+(?:\([^()\n]*\))?)*)\s*$/m,
  );
  if (!isAnswer(found)) return found;
  const [, uid, groups = ''] = found.value;
  if (uid === '0') return { value: 'root' };
  const numbers = groups.split(',').map((group) => group.split('(', 1)[0]);
  return { value: numbers.includes('80') ? 'admin' : 'ordinary' };
}

/** `yes anna is a member of admin`, or `no anna is NOT a member of admin`. */
function memberByDirectory(transcript: Transcript): Answer<boolean> {
  const found = foundIn(transcript, 'dseditgroup', /^(yes|no) .{0,200} is (NOT )?a member of admin\s*$/m);
  if (!isAnswer(found)) return found;
  const isYes = found.value[1] === 'yes';
  return isYes === (found.value[2] === undefined)
    ? { value: isYes }
    : { cannotTell: 'unparsable', detail: 'dseditgroup' };
}
