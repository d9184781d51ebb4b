interface Template {
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly text: string;
}

/** What separates statements that stand on their own in one line. */
const between = ' · ';

/**
 * The server, the checks and the policy's parser speak English: in logs, on the command line, to programs and in what
 * is stored. This turns their sentences around for a page in another language.
 * `phrases`: English to the other language, both with `{names}`. What stands in place of a name is turned around too;
 * an unknown sentence stays as it is.
 */
export function createPhrasebook(phrases: Readonly<Record<string, string>>): (english: string) => string {
  const templates = Object.entries(phrases)
    .filter(([english]) => english.includes('{'))
    // The one with the most words of its own first: it says most about what was meant.
    .sort(([left], [right]) => ownLength(right) - ownLength(left))
    .map(([english, text]) => toTemplate(english, text));
  const say = (english: string): string => {
    const exact = phrases[english];
    if (exact !== undefined) return exact;
    for (const { pattern, names, text } of templates) {
      const values = pattern.exec(english)?.slice(1).map(say);
      if (values) return text.replace(/\{(\w+)\}/g, (whole, name) => values[names.indexOf(name)] ?? whole);
    }
    const parts = english.split(between);
    return parts.length > 1 ? parts.map(say).join(between) : english;
  };
  return say;
}

function toTemplate(english: string, text: string): Template {
  const pieces = english.split(/\{(\w+)\}/);
  const source = pieces.map((piece, index) =>
    index % 2 === 0 ? piece.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&') : '(.+?)',
  );
  return {
    pattern: new RegExp(`^${source.join('')}$`, 's'),
    names: pieces.filter((_piece, index) => index % 2 === 1),
    text,
  };
}

function ownLength(english: string): number {
  return english.replace(/\{\w+\}/g, '').length;
}
