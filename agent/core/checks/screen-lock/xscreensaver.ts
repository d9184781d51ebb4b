import type { CannotTell } from '../../../../shared/checks/define.ts';
import type { Transcript } from '../../host/probe.ts';
import { type Lock, unparsable } from './lock.ts';

/** `~/.xscreensaver`, which the program writes itself. Without it, what it does is told by nobody. */
export function xscreensaverLock(file: Transcript): Lock | CannotTell {
  if (file.outcome !== 'ok') return { cannotTell: file.outcome, detail: '.xscreensaver' };
  const get = (key: string) => new RegExp(`^${key}:[ \\t]*(\\S+)[ \\t]*$`, 'm').exec(file.text)?.[1];
  const [idle, grace] = [spanOf(get('timeout')), spanOf(get('lockTimeout'))];
  const password = get('lock');
  const mode = get('mode');
  const isWhole =
    idle !== undefined && grace !== undefined && mode !== undefined && /^(true|false)$/i.test(password ?? '');
  if (!isWhole) return unparsable('.xscreensaver');
  const isOff = mode === 'off' || idle === 0;
  return { idle: isOff ? 'never' : idle, password: /^true$/i.test(password ?? ''), grace };
}

/** 0:10:00 */
function spanOf(text: string | undefined): number | undefined {
  const [, hours, minutes, seconds] = /^(\d{1,3}):(\d\d):(\d\d)$/.exec(text ?? '') ?? [];
  return hours === undefined ? undefined : Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
