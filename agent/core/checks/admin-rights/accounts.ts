export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

export interface Group {
  readonly name: string;
  readonly gid: number;
  readonly members: readonly string[];
}

/** `/etc/passwd`; undefined when a line has another form. */
export function parseAccounts(text: string): Account[] | undefined {
  return rowsOf(text, 7)?.map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}

/** `/etc/group`; undefined when a line has another form. */
export function parseGroups(text: string): Group[] | undefined {
  return rowsOf(text, 4)?.map(([name = '', , gid, members = '']) => ({
    name,
    gid: Number(gid),
    members: members.split(',').filter(Boolean),
  }));
}

/** Lines that begin with `+` or `-` send programs to a directory service. */
function rowsOf(text: string, fields: number): string[][] | undefined {
  if (!text.endsWith('\n')) return undefined;
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !/^[+#-]/.test(line));
  const rows = lines.map((line) => line.split(':'));
  const areWhole = rows.every((row) => row.length === fields && row[0] && /^\d+$/.test(row[2] ?? ''));
  return areWhole && rows.length > 0 ? rows : undefined;
}
