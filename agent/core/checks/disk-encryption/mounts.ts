export interface Mount {
  readonly at: string;
  /** `major:minor` of the device; `0:…` where the file system has none of its own, such as btrfs. */
  readonly number: string;
  readonly fstype: string;
  readonly source: string;
}

/** `/proc/self/mountinfo`; undefined when a line has another form. The last one at a place covers those before it. */
export function parseMounts(text: string): Mount[] | undefined {
  const byPlace = new Map<string, Mount>();
  const lines = text.split('\n');
  if (lines.pop() !== '' || lines.length === 0) return undefined;
  for (const line of lines) {
    const mount = parseMount(line);
    if (!mount) return undefined;
    byPlace.set(mount.at, mount);
  }
  return [...byPlace.values()];
}

/** 36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw,errors=continue */
function parseMount(line: string): Mount | undefined {
  const fields = line.split(' ');
  const [, , number = '', , at = ''] = fields;
  const [fstype = '', source = '', options] = fields.slice(fields.indexOf('-', 6) + 1);
  const isWhole = fields.indexOf('-', 6) > 0 && options !== undefined;
  if (!isWhole || !/^\d+:\d+$/.test(number) || !at.startsWith('/')) return undefined;
  return { at: withBlanks(at), number, fstype, source: withBlanks(source) };
}

/** Blanks are written as `\040`. */
function withBlanks(field: string): string {
  return field.replace(/\\([0-7]{3})/g, (_all, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));
}
