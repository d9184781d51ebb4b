/** Sections of keys and values, as most login screens write their settings. */
export type Sections = ReadonlyMap<string, ReadonlyMap<string, string>>;

const limit = 1024 * 1024;

/** What comes last counts. Undefined for anything that is not such a file, since half of one says nothing. */
export function parseSections(text: string): Sections | undefined {
  if (text.length > limit) return undefined;
  const sections = new Map<string, Map<string, string>>();
  let keys: Map<string, string> | undefined;
  for (const raw of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#') || line.startsWith(';')) continue;
    const [, section] = /^\[([^[\]]+)\]$/.exec(line) ?? [];
    const [, key, value] = /^([A-Za-z][\w .[\]-]*?)\s*=\s*(.*)$/.exec(line) ?? [];
    if (section !== undefined) {
      keys = sections.get(section) ?? new Map();
      sections.set(section, keys);
    } else if (keys && key !== undefined && value !== undefined) keys.set(key, value);
    else return undefined;
  }
  return sections;
}
