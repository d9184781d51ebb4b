import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Rewrites what a console keeps while it is stopped, as somebody with the disk in their hands could. */
export function tamper(home: string, statements: readonly string[]): void {
  const database = new Database(join(home, 'shiftgate.db'));
  for (const statement of statements) database.exec(statement);
  database.close();
}

/** One report, changed where its payload is, and one taken away. */
export function changeReports(changed: number, removed: number): string[] {
  return [
    `update reports set jws = replace(jws, substr(jws, 200, 6), 'AAAAAA') where seq = ${changed}`,
    `delete from reports where seq = ${removed}`,
  ];
}
