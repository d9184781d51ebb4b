import { app } from 'electron';
import type { AppUpdater } from 'electron-updater';
import type { Os } from '../../shared/checks/define.ts';
import { type Logger, reasonOf } from '../core/log.ts';

export interface UpdatesDeps {
  readonly os: Os;
  readonly log: Logger;
  /** The console offers nothing newer. */
  readonly onCurrent: () => void;
  /** A newer version is on this PC and waits to be installed. */
  readonly onReady: (version: string) => void;
}

/** Where a console offers the agent's packages; each system's file beside them says which version is for it. */
export const updatesPath = '/agent/v1/updates';

/** Milliseconds: ending the program never waits longer for the console's last word. */
const patience = 2_500;

/**
 * Updates from the console: fetched and checked (hash, on Windows and macOS the signature too, never an older version)
 * as soon as they are offered, installed when the person says so or the program ends, and only what is still offered then.
 */
export class Updates {
  readonly #deps: UpdatesDeps;
  #updater: AppUpdater | undefined;
  #ready: string | undefined;
  #installs = false;

  constructor(deps: UpdatesDeps) {
    this.#deps = deps;
  }

  /** Never throws: the next look may have more luck. */
  async look(console: string): Promise<void> {
    // A checkout has nothing that could be replaced.
    if (!app.isPackaged) return;
    try {
      const updater = await this.#open();
      updater.setFeedURL({ provider: 'generic', url: `${console}${updatesPath}`, useMultipleRangeRequest: false });
      const found = await updater.checkForUpdates();
      if (found && !found.isUpdateAvailable) this.#deps.onCurrent();
      await found?.downloadPromise;
    } catch (error) {
      this.#deps.log.warn('Updates cannot be looked for.', { reason: reasonOf(error) });
    }
  }

  /** Ends the program and starts it again as the new version. False when that is not offered any more. */
  async install(): Promise<boolean> {
    if (!(await this.#isStillOffered())) return false;
    this.#installs = true;
    app.quit();
    return true;
  }

  /** Before the end: what is not offered any more, or would come into a call, is not installed by it. */
  async settle(isOnCall: boolean): Promise<void> {
    if (!this.#updater || this.#installs) return;
    this.#updater.autoInstallOnAppQuit &&= !isOnCall && (await this.#isStillOffered());
  }

  end(): void {
    if (!this.#installs || !this.#updater) {
      app.quit();
      return;
    }
    // The new version must not meet the old one at the door.
    app.releaseSingleInstanceLock();
    this.#updater.quitAndInstall(true, true);
  }

  /** IT may have held or withdrawn a version after it was fetched. Without a word from the console, nothing is installed. */
  async #isStillOffered(): Promise<boolean> {
    if (!this.#updater || this.#ready === undefined) return false;
    this.#updater.autoDownload = false;
    try {
      const late = new Promise<undefined>((resolve) => setTimeout(resolve, patience, undefined).unref());
      const offered = await Promise.race([this.#updater.checkForUpdates(), late]);
      return offered?.isUpdateAvailable === true && offered.updateInfo.version === this.#ready;
    } catch {
      return false;
    } finally {
      this.#updater.autoDownload = true;
    }
  }

  /** Loaded at the first look only: most starts find none. */
  async #open(): Promise<AppUpdater> {
    if (this.#updater) return this.#updater;
    const { autoUpdater } = await import('electron-updater');
    const { os, log, onReady } = this.#deps;
    autoUpdater.logger = { ...log, debug: () => undefined };
    // A Mac gets hold of an update as soon as it may come with the end, and does not give it back: there it is on request only.
    autoUpdater.autoInstallOnAppQuit = os !== 'macos';
    autoUpdater.allowDowngrade = false;
    autoUpdater.disableWebInstaller = true;
    autoUpdater.on('update-downloaded', ({ version }) => {
      this.#ready = version;
      log.info('An update is ready.', { version });
      onReady(version);
    });
    autoUpdater.on('error', (error) => log.warn('An update failed.', { reason: reasonOf(error) }));
    this.#updater = autoUpdater;
    return autoUpdater;
  }
}
