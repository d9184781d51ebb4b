/**
 * As much of Electron's API as the program uses, over a real Chromium and real processes. Whatever is not here is
 * refused: a missing name when the program is loaded, a missing member when it is touched.
 *
 * After Electron's documentation and types: what may only be done before or after `ready`; a second instance hands its
 * arguments over; `before-quit` and `close` can be prevented, `exit` cannot; `invoke` carries clones, and an error as
 * Electron words it; what is sent before the page listens is lost; a utility process holds messages until somebody
 * listens; a scheme must be registered before it is handled. `fidelity.ts` holds each name here to Electron's types.
 *
 * Not as in Electron: the preload runs in the page's own world, so isolation is asserted by the window's options alone;
 * the sandbox is Chromium's own; no icon, menu, notice or dialog is drawn; the key store is a cipher over a fixed key.
 */
export { app } from './app.ts';
export { BrowserWindow } from './browser-window.ts';
export {
  clipboard,
  dialog,
  Menu,
  Notification,
  nativeImage,
  powerMonitor,
  safeStorage,
  screen,
  shell,
  Tray,
} from './desktop.ts';
export { ipcMain } from './ipc.ts';
export { autoUpdater, net, protocol, session } from './network.ts';
export { utilityProcess } from './utility-process.ts';
