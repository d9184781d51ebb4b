import type * as Electron from 'electron';
import type * as standIn from './electron.ts';

/** `true` where everything that the stand-in has is Electron's as well; otherwise the names that are not. */
type Known<Ours, Theirs> = [Exclude<keyof Ours, keyof Theirs>] extends [never]
  ? true
  : Exclude<keyof Ours, keyof Theirs>;
type Stood = typeof standIn;

/** Checked by the compiler. */
export const fidelity: {
  names: Known<Stood, typeof Electron>;
  app: Known<Stood['app'], Electron.App>;
  clipboard: Known<Stood['clipboard'], Electron.Clipboard>;
  dialog: Known<Stood['dialog'], Electron.Dialog>;
  ipcMain: Known<Stood['ipcMain'], Electron.IpcMain>;
  nativeImage: Known<Stood['nativeImage'], typeof Electron.nativeImage>;
  net: Known<Stood['net'], Electron.Net>;
  powerMonitor: Known<Stood['powerMonitor'], Electron.PowerMonitor>;
  protocol: Known<Stood['protocol'], Electron.Protocol>;
  safeStorage: Known<Stood['safeStorage'], Electron.SafeStorage>;
  screen: Known<Stood['screen'], Electron.Screen>;
  shell: Known<Stood['shell'], Electron.Shell>;
  session: Known<Stood['session']['defaultSession'], Electron.Session>;
  utilityProcess: Known<Stood['utilityProcess'], typeof Electron.utilityProcess>;
  BrowserWindow: Known<InstanceType<Stood['BrowserWindow']>, Electron.BrowserWindow>;
  Notification: Known<InstanceType<Stood['Notification']>, Electron.Notification>;
  Tray: Known<InstanceType<Stood['Tray']>, Electron.Tray>;
} = {
  names: true,
  app: true,
  clipboard: true,
  dialog: true,
  ipcMain: true,
  nativeImage: true,
  net: true,
  powerMonitor: true,
  protocol: true,
  safeStorage: true,
  screen: true,
  shell: true,
  session: true,
  utilityProcess: true,
  BrowserWindow: true,
  Notification: true,
  Tray: true,
};
