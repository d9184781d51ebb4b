import type { CannotTell } from '../../../../shared/checks/define.ts';
import type { Transcript } from '../../host/probe.ts';
import { type Lock, seconds, unparsable } from './lock.ts';

/** The channel of xfce4-screensaver, which counts minutes; what it does not say is as the program has it. */
export function xfceLock(channel: Transcript): Lock | CannotTell {
  const values = parse(channel);
  if ('cannotTell' in values) return values;
  const isOn = (path: string) => values.get(path) !== 'false';
  const minutes = (path: string, unless: number) => seconds(Number(values.get(path) ?? unless) * 60);
  const idle = minutes('saver/idle-activation/delay', 5);
  const grace = minutes('lock/saver-activation/delay', 0);
  if (idle === undefined || grace === undefined) return unparsable('xfce4-screensaver.xml');
  return {
    idle: isOn('saver/enabled') && isOn('saver/idle-activation/enabled') ? idle : 'never',
    password: isOn('lock/enabled') && isOn('lock/saver-activation/enabled'),
    grace,
  };
}

function parse(channel: Transcript): ReadonlyMap<string, string> | CannotTell {
  if (channel.outcome === 'absent') return new Map();
  if (channel.outcome !== 'ok') return { cannotTell: channel.outcome, detail: 'xfce4-screensaver.xml' };
  const text = channel.text.trim();
  if (!/<channel\s[^>]*name="xfce4-screensaver"/.test(text.slice(0, 1000)) || !text.endsWith('>')) {
    return unparsable('xfce4-screensaver.xml');
  }
  const { values, isClosed } = walk(text);
  const isWhole = isClosed && /(<\/channel>|<channel\s[^>]*\/>)$/.test(text.slice(-1000));
  return isWhole ? values : unparsable('xfce4-screensaver.xml');
}

/** Properties lie in each other: `lock`, and in it `saver-activation`, and in it `delay`. */
function walk(text: string): { values: ReadonlyMap<string, string>; isClosed: boolean } {
  const values = new Map<string, string>();
  const path: string[] = [];
  for (const [tag, name = '', rest = ''] of text.matchAll(/<property\s+name="([^"]*)"([^>]*)>|<\/property>/g)) {
    if (tag === '</property>') path.pop();
    else {
      path.push(name);
      const value = /\svalue="([^"]*)"/.exec(rest)?.[1];
      if (value !== undefined) values.set(path.join('/'), value);
      if (rest.endsWith('/')) path.pop();
    }
  }
  return { values, isClosed: path.length === 0 };
}
