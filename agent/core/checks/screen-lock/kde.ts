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
  const flags = ['Autolock', 'Lock', 'RequirePassword'].map((key) => flagOf(get(key)));
  if (flags.includes(undefined)) return unparsable('kscreenlockerrc');
  const [autolock, lock, password] = flags;
  const locks = autolock && minutes > 0;
  return {
    idle: locks ? (seconds(minutes * 60) ?? 'never') : 'never',
    password: lock === true && password === true,
    grace,
  };
}

/** All of these are on unless told. */
function flagOf(value = 'true'): boolean | undefined {
  if (/^(true|on|yes|1)$/i.test(value)) return true;
  return /^(false|off|no|0)$/i.test(value) ? false : undefined;
}

function parse(transcript: Transcript): { entries: ReadonlyMap<string, Entry> } | CannotTell {
  if (transcript.outcome === 'absent') return { entries: new Map() };
  if (transcript.outcome !== 'ok') return { cannotTell: transcript.outcome, detail: 'kscreenlockerrc' };
  // KDE writes whole lines, and no empty file.
  const isWhole = transcript.text.trim() !== '' && transcript.text.endsWith('\n');
  const entries = isWhole ? entriesIn(transcript.text) : undefined;
  return entries ? { entries } : unparsable('kscreenlockerrc');
}

/** Of the group `Daemon`; undefined when a line has another form. */
function entriesIn(text: string): ReadonlyMap<string, Entry> | undefined {
  const entries = new Map<string, Entry>();
  let group = '';
  for (const line of text.split('\n').map((raw) => raw.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    const key = /^([^=[\]]+)((?:\[[^\]]*\])*)\s*=\s*(.*)$/.exec(line);
    if (/^\[[^[\]]+\](\[[^[\]]*\])*$/.test(line)) group = line;
    else if (!key || group === '') return undefined;
    else if (/^\[Daemon\](\[\$i\])?$/.test(group)) {
      const [, name = '', marks = '', value = ''] = key;
      entries.set(name.trim(), { value, isFixed: marks.includes('$i') || group.endsWith('[$i]') });
    }
  }
  return entries;
}
