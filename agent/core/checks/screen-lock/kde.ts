import type { CannotTell } from '../../../../shared/checks/define.ts';
import type { Transcript } from '../../host/probe.ts';
import { type Lock, seconds, unparsable } from './lock.ts';

interface Entry {
  readonly value: string;
  /** Set by an administrator for good, with `[$i]`. */
  readonly isFixed: boolean;
}

/** `kscreenlockerrc` of the person over that of the system; what neither says is as KDE has it. */
export function kdeLock(person: Transcript, system: Transcript): Lock | CannotTell {
  const [own, common] = [parse(person), parse(system)];
  if ('cannotTell' in own) return own;
  if ('cannotTell' in common) return common;
  const get = (key: string): string | undefined => {
    const fixed = common.entries.get(key);
    return fixed?.isFixed ? fixed.value : (own.entries.get(key)?.value ?? fixed?.value);
  };
  const minutes = Number(get('Timeout') ?? 5);
  const grace = seconds(Number(get('LockGrace') ?? 5));
  if (Number.isNaN(minutes) || grace === undefined) return unparsable('kscreenlockerrc');
  const locks = isTrue(get('Autolock')) && minutes > 0;
  return {
    idle: locks ? (seconds(minutes * 60) ?? 'never') : 'never',
    password: isTrue(get('Lock')) && isTrue(get('RequirePassword')),
    grace,
  };
}

/** All of these are on unless told. */
function isTrue(value: string | undefined): boolean {
  return value === undefined || /^(true|on|yes|1)$/i.test(value);
}

function parse(transcript: Transcript): { entries: ReadonlyMap<string, Entry> } | CannotTell {
  const entries = new Map<string, Entry>();
  if (transcript.outcome === 'absent') return { entries };
  if (transcript.outcome !== 'ok') return { cannotTell: transcript.outcome, detail: 'kscreenlockerrc' };
  let group = '';
  for (const line of transcript.text.split('\n').map((raw) => raw.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    const key = /^([^=[\]]+)((?:\[[^\]]*\])*)\s*=\s*(.*)$/.exec(line);
    if (/^\[[^[\]]+\](\[[^[\]]*\])*$/.test(line)) group = line;
    else if (!key || group === '') return unparsable('kscreenlockerrc');
    else if (/^\[Daemon\](\[\$i\])?$/.test(group)) {
      const [, name = '', marks = '', value = ''] = key;
      entries.set(name.trim(), { value, isFixed: marks.includes('$i') || group.endsWith('[$i]') });
    }
  }
  return { entries };
}
