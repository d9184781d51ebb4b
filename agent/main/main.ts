import { app, dialog, protocol } from 'electron';
import type { Os } from '../../shared/checks/define.ts';
import { openFileLog } from '../core/file-log.ts';
import { findOs } from '../core/host/os.ts';
import { openStateFolder } from '../core/host/state-folder.ts';
import { statePath } from '../core/host/state-place.ts';
import { reasonOf } from '../core/log.ts';
import { setApplicationMenu } from './application-menu.ts';
import { hardenPages, hardenSession } from './hardening.ts';
import { hasIndicator } from './indicator.ts';
import { findInvitation, linkScheme } from './links.ts';
import { isQuietStart } from './login-item.ts';
import { watchPower } from './power.ts';
import { findPreset, presetPlaces } from './preset.ts';
import { quitInOrder, restartOnFault } from './quit.ts';
import { TrayApp } from './tray-app.ts';
import { serveWindow, windowScheme } from './window-files.ts';

// Built, this file is agent/dist/main/main.mjs.
const windowFolder = new URL('../../window/dist/', import.meta.url);

/** The one place of the program that looks at its surroundings. */
function run(os: Os): void {
  const { env, argv } = process;
  const folder = openStateFolder(statePath(env));
  const log = openFileLog(folder.path, 'tray');
  restartOnFault(env['APPIMAGE'] ?? process.execPath, log);
  hardenPages(log);
  if (app.isPackaged) app.setAsDefaultProtocolClient(linkScheme);
  const started = app.whenReady().then(async () => {
    hardenSession();
    setApplicationMenu(os);
    serveWindow(windowFolder);
    const isPlain = !(await hasIndicator(os, env['DBUS_SESSION_BUS_ADDRESS'] ?? ''));
    const tray = new TrayApp({ os, env, folder, log, isPlain });
    quitInOrder(
      () => tray.close(),
      () => tray.end(),
    );
    const preset = findPreset(presetPlaces(os, process.resourcesPath), log);
    await tray.begin(findInvitation(argv, log) ?? preset, isQuietStart(os, argv));
    watchPower(() => tray.wake(), log);
    return tray;
  });
  started.catch((error: unknown) => {
    log.error('Shiftgate cannot start.', { reason: reasonOf(error) });
    dialog.showErrorBox('Shiftgate', reasonOf(error));
    app.exit(1);
  });
  // A link that comes before the start is over waits for it; a start that failed has said so already.
  const take = (args: readonly string[]) =>
    void started.then((tray) => tray.take(findInvitation(args, log))).catch(() => undefined);
  app.on('second-instance', (_event, args) => take(args));
  app.on('activate', () => take([]));
  app.on('open-url', (event, url) => {
    event.preventDefault();
    take([url]);
  });
  // The window is only one part: without this listener, closing it would end everything.
  app.on('window-all-closed', () => undefined);
}

protocol.registerSchemesAsPrivileged([windowScheme]);
app.enableSandbox();
app.setAppUserModelId('com.shiftgate.agent');

const os = findOs();
if (!app.requestSingleInstanceLock()) app.quit();
else if (os) run(os);
else {
  dialog.showErrorBox('Shiftgate', 'Shiftgate runs on Windows, macOS and Linux.');
  app.quit();
}
