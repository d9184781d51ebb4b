import type { CannotTell } from '../../../../shared/checks/define.ts';

/** anna     pts/0        2026-11-20 08:00 (192.0.2.7) */
const form = /^(?<name>\S+)\s+(?<line>\S+)\s+\d{4}-\d\d-\d\d \d\d:\d\d(?:\s+\((?<from>.*)\))?\s*$/;

/**
 * By `who`, where there is no logind. A screen of this PC is a `tty` or a display such as `:0`; a terminal inside one
 * comes from that display, or from nowhere.
 */
export function isRemoteByWho(text: string, name: string): boolean | CannotTell {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const rows = lines.map((line) => form.exec(line)?.groups);
  if (rows.some((row) => row === undefined)) return { cannotTell: 'unparsable', detail: 'who' };
  const mine = rows.filter((row) => row?.['name'] === name);
  if (mine.some((row) => isHere(row?.['line'] ?? '', row?.['from']))) return false;
  if (mine.some((row) => isElsewhere(row?.['from'] ?? ''))) return true;
  return { cannotTell: 'absent', detail: 'who knows no session of this person' };
}

function isHere(line: string, from: string | undefined): boolean {
  return /^(tty\d+|:\d+|seat\d+)$/.test(line) && (from === undefined || /^(:\d|tty|seat)/.test(from));
}

/** Not a display of this PC, nor a terminal inside another one. */
function isElsewhere(from: string): boolean {
  return from !== '' && !/^(:\d|tty|seat|tmux|screen|login)/.test(from);
}
