/**
 * As much of Electron's API as the program uses, over a real Chromium and real processes. Whatever is not here is
 * refused: a missing name when the program is loaded, a missing member when it is touched.
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
