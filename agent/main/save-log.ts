import { readdir, readFile, writeFile } from 'node:fs/promises';
import { hostname, userInfo } from 'node:os';
import { basename, join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import { withoutSecrets } from './without-secrets.ts';

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
