/** Sections of keys and values, as most login screens write their settings. */
export type Sections = ReadonlyMap<string, ReadonlyMap<string, string>>;

const limit = 1024 * 1024;

/** What comes last counts. Undefined for anything that is not such a file, since half of one says nothing. */
export function parseSections(text: string): Sections | undefined {
  if (text.length > limit) return undefined;
  const sections = new Map<string, Map<string, string>>();
  let section = '';
  for (const raw of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#') || line.startsWith(';')) continue;
    const [, heading] = /^\[([^[\]]+)\]$/.exec(line) ?? [];
    const [, key, value] = /^([A-Za-z][\w .[\]-]*?)\s*=\s*(.*)$/.exec(line) ?? [];
    if (heading !== undefined) section = heading;
    else if (key !== undefined && value !== undefined) keep(sections, section, [key, value]);
    else return undefined;
  }
  return sections;
}

function keep(sections: Map<string, Map<string, string>>, section: string, [key, value]: [string, string]): void {
  const keys = sections.get(section) ?? new Map<string, string>();
  sections.set(section, keys.set(key, value));
}
