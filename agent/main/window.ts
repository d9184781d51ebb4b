import { app, BrowserWindow, type IpcMainInvokeEvent, type Rectangle, screen } from 'electron';
import { modelChannel } from '../ipc/channels.ts';
import type { Model } from '../ipc/model.ts';
import { placeNear, size } from './place-near.ts';
import { isWindowAddress, windowAddress } from './window-files.ts';

export interface WindowDeps {
  readonly preload: string;
  /** Without an icon beside the clock the window is all there is: it stands in the task bar and is never put away. */
  readonly isPlain: () => boolean;
  readonly iconBounds: () => Rectangle;
}

/** Milliseconds between a crash of the page and the next try. */
const againAfter = 1_000;

/** The one window: made when it is first wanted, put away rather than closed. */
export class AgentWindow {
  readonly #deps: WindowDeps;
  #window: BrowserWindow | undefined;
  #isQuitting = false;

  constructor(deps: WindowDeps) {
    this.#deps = deps;
  }

  get isInFront(): boolean {
    return this.#window?.isFocused() === true && this.#window.isVisible();
  }

  /** Undefined until the window was wanted. */
  get handle(): BrowserWindow | undefined {
    return this.#window;
  }

  show(): void {
    const window = this.#window ?? this.#make();
    if (window.isMinimized()) window.restore();
    if (!window.isVisible()) this.#place(window);
    window.show();
    window.focus();
  }

  tell(model: Model): void {
    this.#window?.webContents.send(modelChannel, model);
  }

  /** Whether a question came from the page that this program itself has put into its window. */
  isSender({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
    if (!this.#window || sender.id !== this.#window.webContents.id) return false;
    return senderFrame !== null && senderFrame.parent === null && isWindowAddress(senderFrame.url);
  }

  /** From now on, closing closes. */
  release(): void {
    this.#isQuitting = true;
  }

  #make(): BrowserWindow {
    const isPlain = this.#deps.isPlain();
    const window = new BrowserWindow({
      ...size,
      minWidth: 320,
      minHeight: 420,
      show: false,
      title: 'Shiftgate',
      maximizable: false,
      fullscreenable: false,
      skipTaskbar: !isPlain,
      webPreferences: {
        preload: this.#deps.preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        navigateOnDragDrop: false,
        spellcheck: false,
        devTools: false,
      },
    });
    this.#window = window;
    window.setMenuBarVisibility(false);
    window.on('close', (event) => {
      if (this.#isQuitting) return;
      event.preventDefault();
      if (this.#deps.isPlain()) window.minimize();
      else window.hide();
    });
    window.on('closed', () => {
      this.#window = undefined;
    });
    // Windows ends the session with or without us: what is open is closed in order as far as there is time.
    window.on('session-end', () => app.quit());
    // A page that crashed is loaded again; what it showed comes from the main process anyway.
    window.webContents.on('render-process-gone', () => setTimeout(() => void load(window), againAfter));
    void load(window);
    return window;
  }

  #place(window: BrowserWindow): void {
    if (this.#deps.isPlain()) {
      window.center();
      return;
    }
    const icon = this.#deps.iconBounds();
    const { workArea } = icon.width > 0 ? screen.getDisplayMatching(icon) : screen.getPrimaryDisplay();
    const { x, y } = placeNear(icon, workArea);
    window.setPosition(x, y);
  }
}

/** A window that is closed while it loads has nobody left to show anything to. */
async function load(window: BrowserWindow): Promise<void> {
  if (window.isDestroyed()) return;
  await window.loadURL(windowAddress).catch(() => undefined);
}
