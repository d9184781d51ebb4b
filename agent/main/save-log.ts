import { readdir, readFile, writeFile } from 'node:fs/promises';
import { hostname, userInfo } from 'node:os';
import { basename, join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';

export interface Personal {
  readonly user: string;
  readonly host: string;
}

/** Pure: a log that can be shown around. Names, addresses, codes, tokens and keys are replaced. */
export function withoutSecrets(text: string, { user, host }: Personal): string {
  const names: readonly (readonly [string, string])[] = [
    [user, '‹user›'],
    [host, '‹host›'],
  ];
  const nameless = names.reduce(
    (rest, [name, word]) => (name.length < 2 ? rest : rest.replaceAll(wholeWord(name), word)),
    text,
  );
  return nameless
    .replaceAll(/\b[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}\b/gi, '‹code›')
    .replaceAll(/\beyJ[\w-]+(?:\.[\w-]*){1,4}/g, '‹token›')
    .replaceAll(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '‹address›')
    .replaceAll(/\b(?:\d{1,3}\.){3}\d{1,3}\b/g, '‹address›')
    .replaceAll(/(?<![\w:])(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{0,4}(?![\w:])/gi, '‹address›')
    .replaceAll(/([?&#](?:code|t|token|secret)=)[^\s"&#]+/gi, '$1‹code›')
    .replaceAll(/\b[\w-]{32,}\b/g, '‹key›');
}

function wholeWord(name: string): RegExp {
  return new RegExp(`(?<![\\w-])${name.replaceAll(/[^\w ]/g, '\\$&')}(?![\\w-])`, 'gi');
}

/** Asks where to, and writes everything that was logged into one file. Undefined when the person thought better of it. */
export async function saveLog(folder: string, window: BrowserWindow | undefined): Promise<string | undefined> {
  const options = { defaultPath: join(app.getPath('downloads'), 'shiftgate-log.txt') };
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  if (canceled || !filePath) return undefined;
  const logs = (await readdir(folder)).filter((name) => /^(?:agent|tray)\d*\.log$/.test(name)).sort();
  const texts = await Promise.all(
    logs.map(async (name) => `--- ${name}\n${await readFile(join(folder, name), 'utf8')}`),
  );
  const personal = { user: userInfo().username, host: hostname() };
  await writeFile(filePath, withoutSecrets(texts.join('\n'), personal), { mode: 0o600 });
  return basename(filePath);
}
