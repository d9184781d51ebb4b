import type { Transcript } from '../host/probe.ts';
import { type Answer, isAnswer, textOf } from './answers.ts';
import { program } from './probes.ts';

export const overridesProbe = (why: string) => program('/bin/launchctl', ['print-disabled', 'system'], why);

/**
 * Services that somebody has switched on or off, by label; true is on. Older versions wrote `true` for disabled.
 * A service that is not listed is as Apple ships it.
 */
export function serviceOverrides(transcript: Transcript): Answer<ReadonlyMap<string, boolean>> {
  const text = textOf(transcript, 'launchctl');
  if (!isAnswer(text)) return text;
  const [, after = ''] = text.value.split(/^\s{0,8}disabled services = \{\s{0,8}$/m);
  const end = after.search(/^\s{0,8}\}/m);
  if (end < 0) return { cannotTell: 'unparsable', detail: 'launchctl' };
  const lines = after.slice(0, end).matchAll(/^\s{0,8}"([^"\n]{1,200})" => (enabled|disabled|true|false)$/gm);
  return { value: new Map([...lines].map(([, label = '', word]) => [label, word === 'enabled' || word === 'false'])) };
}
