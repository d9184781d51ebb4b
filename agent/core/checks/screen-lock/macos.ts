import { z } from 'zod';
import type { CannotTell } from '../../../../shared/checks/define.ts';
import type { FactOf } from '../../../../shared/checks/index.ts';
import type { Transcript } from '../../host/probe.ts';
import { type Answer, foundIn, isAnswer, mostTelling, plistOf } from '../../macos/answers.ts';
import { managedPreferences, program } from '../../macos/probes.ts';
import { type Parsed, reader } from '../reader.ts';

type Fact = FactOf<'screen-lock'>;
type Name = 'lock' | 'saver' | 'managed' | 'power';

/** The keys for the password beside the screen saver’s are dead since 10.13; only the system itself knows. */
export const screenLockMacos = reader<Fact, Name>({
  probes: {
    lock: program(
      '/usr/sbin/sysadminctl',
      ['-screenLock', 'status'],
      'whether the screen asks for a password, and how soon',
      { withErrors: true },
    ),
    saver: program(
      '/usr/bin/defaults',
      ['-currentHost', 'export', 'com.apple.screensaver', '-'],
      'when your screen saver starts',
    ),
    managed: managedPreferences('com.apple.screensaver', 'whether the company decides when it starts'),
    power: program('/usr/bin/pmset', ['-g'], 'when the screen goes off'),
  },
  parse(transcripts): Parsed<Fact> {
    const lock = lockOf(transcripts.lock);
    const saver = idleTimeOf(transcripts.saver, 'com.apple.screensaver');
    const managed = idleTimeOf(transcripts.managed, 'managed com.apple.screensaver');
    const screen = screenOffOf(transcripts.power);
    if (![lock, saver, managed, screen].some((source) => isAnswer<unknown>(source))) {
      return mostTelling(lock, saver, screen);
    }
    // Settings of the company that could not be read may say anything.
    const decides = isAnswer(managed) ? managed.value !== 'default' : managed.cannotTell !== 'absent';
    const idle = earliest(decides ? managed : saver, screen);
    if (!isAnswer(lock)) return { fact: { idle, password: lock, grace: lock } };
    return { fact: { idle, ...lock.value } };
  },
});

type Lock = Pick<Fact, 'password' | 'grace'>;

/** It goes to the error output, after a date and a process number: `screenLock delay is 300 seconds`. */
function lockOf(transcript: Transcript): Answer<Lock> {
  const found = foundIn(
    transcript,
    'sysadminctl',
    /\bscreenLock (?:delay )?is (?:(off)|(immediate)|(-?\d{1,8})(?:\.0+)? seconds?)/i,
  );
  if (!isAnswer(found)) return found;
  const [, off, , seconds = '0'] = found.value;
  if (off !== undefined || Number(seconds) < 0) return { value: { password: false, grace: 0 } };
  return { value: { password: true, grace: Math.min(Number(seconds), 31_536_000) } };
}

type Idle = number | 'never' | 'default';

/** Seconds; 0 is never. Where the person has set nothing, the key is not there. */
function idleTimeOf(transcript: Transcript, what: string): Answer<Idle> {
  const read = plistOf(transcript, what, z.looseObject({ idleTime: z.int().min(0).max(31_536_000).optional() }));
  if (!isAnswer(read)) return read;
  return { value: read.value.idleTime === undefined ? 'default' : read.value.idleTime || 'never' };
}

/** Minutes, for the power source in use; 0 is never. `displaysleep         10 (display sleep prevented by Music)` */
function screenOffOf(transcript: Transcript): Answer<Idle> {
  const found = foundIn(transcript, 'pmset', /^ *displaysleep +(\d{1,6})\s/m);
  return isAnswer(found) ? { value: Number(found.value[1]) * 60 || 'never' } : found;
}

/** When the screen saver starts on a Mac on which nobody has ever chosen a time; versions differ, none is later. */
const latestDefault = 20 * 60;

function earliest(saver: Answer<Idle>, screen: Answer<Idle>): Fact['idle'] {
  const set = [saver, screen].flatMap((source) =>
    isAnswer(source) && typeof source.value === 'number' ? [source.value] : [],
  );
  const first = set.length > 0 ? Math.min(...set) : undefined;
  const unread = [saver, screen].filter((source): source is CannotTell => !isAnswer(source));
  const isUnset = isAnswer(saver) && saver.value === 'default';
  // What could not be read may come earlier than what is known.
  const hidden = unread.find(({ cannotTell }) => cannotTell !== 'absent');
  if (hidden) return hidden;
  if (first !== undefined) return isUnset && first > latestDefault ? unset : first;
  if (unread[0]) return unread[0];
  return isUnset ? unset : 'never';
}

const unset: CannotTell = { cannotTell: 'absent', detail: 'nobody has chosen when the screen saver starts' };
