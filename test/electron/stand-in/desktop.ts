import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { MenuItemConstructorOptions, SafeStorage } from 'electron';
import { needsReady } from './app.ts';
import { drivable, setting } from './setting.ts';
import { strict, strictClass } from './strict.ts';

/** Pictures are kept as they came: a test compares them, nobody looks at them. */
class NativeImage {
  readonly pictures: string[] = [];

  addRepresentation({ dataURL }: { dataURL: string }): void {
    this.pictures.push(dataURL);
  }
}
export const nativeImage = strict('nativeImage', { createEmpty: () => strict('NativeImage', new NativeImage()) });

let applicationMenu: BuiltMenu | undefined;

class BuiltMenu {
  readonly items: readonly MenuItemConstructorOptions[];

  constructor(items: readonly MenuItemConstructorOptions[]) {
    this.items = items;
  }
}
export const Menu = strict('Menu', {
  setApplicationMenu(menu: BuiltMenu) {
    applicationMenu = menu;
  },
  buildFromTemplate: (items: readonly MenuItemConstructorOptions[]) => strict('menu', new BuiltMenu(items)),
});

let shown: { image: NativeImage; tooltip: string; menu?: BuiltMenu } | undefined;

class StandInTray extends EventEmitter {
  constructor(image: NativeImage) {
    super();
    needsReady('new Tray');
    shown = { image, tooltip: '' };
    drivable({ clickTray: () => this.emit('click', {}, this.getBounds(), { x: 0, y: 0 }) });
  }
  setImage(image: NativeImage): void {
    shown!.image = image;
  }
  setToolTip(tooltip: string): void {
    shown!.tooltip = tooltip;
  }
  setContextMenu(menu: BuiltMenu): void {
    shown!.menu = menu;
  }
  getBounds() {
    return { x: 1800, y: 1050, width: 24, height: 24 };
  }
  destroy(): void {
    shown = undefined;
  }
}

export const Tray = strictClass('Tray', StandInTray);

function find(items: readonly MenuItemConstructorOptions[], path: readonly string[]): MenuItemConstructorOptions {
  const [label, ...rest] = path;
  const item = items.find((one) => one.label === label);
  if (!item) throw new Error(`The menu has no "${label}" but ${items.map((one) => one.label ?? '-').join(' | ')}`);
  return rest.length > 0 ? find(item.submenu as MenuItemConstructorOptions[], rest) : item;
}

interface Said {
  title: string;
  body: string;
}
const said: (Said & { notification: EventEmitter })[] = [];

class StandInNotification extends EventEmitter {
  readonly #said: Said;
  static isSupported(): boolean {
    return true;
  }
  constructor(options: Said) {
    super();
    this.#said = options;
  }
  show(): void {
    said.push({ ...this.#said, notification: this });
  }
}

export const Notification = strictClass('Notification', StandInNotification);

const opened: string[] = [];
export const shell = strict('shell', {
  openExternal: async (url: string) => void opened.push(url),
});

let copied = '';
export const clipboard = strict('clipboard', {
  writeText(text: string) {
    copied = text;
  },
});

const asked: unknown[] = [];
let answers: unknown[] = [];
const ask = async (...args: unknown[]) => {
  asked.push(args.at(-1));
  const answer = answers.shift();
  if (answer === undefined) throw new Error('A dialog was opened that the test did not expect.');
  return answer;
};
export const dialog = strict('dialog', {
  showSaveDialog: ask,
  showMessageBox: ask,
  showErrorBox: (title: string, text: string) => void process.stderr.write(`${title}: ${text}\n`),
});

export const powerMonitor = strict('powerMonitor', new EventEmitter());
const display = { workArea: { x: 0, y: 0, width: 1920, height: 1040 } };
export const screen = strict('screen', { getPrimaryDisplay: () => display, getDisplayMatching: () => display });

/** A key store whose key is made of the folder: what another folder sealed cannot be opened. */
const key = createHash('sha256').update(setting.userData).digest();
const store: Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
> = {
  // Without a key store Electron seals on Linux with a key that everybody knows, and still calls that available.
  isAsyncEncryptionAvailable: async () => true,
  getSelectedStorageBackend: () => (setting.hasKeyStore ? 'gnome_libsecret' : 'basic_text'),
  async encryptStringAsync(text) {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, iv);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
  },
  async decryptStringAsync(sealed) {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12)).setAuthTag(sealed.subarray(12, 28));
    const result = decipher.update(sealed.subarray(28)).toString('utf8') + decipher.final('utf8');
    return { result, shouldReEncrypt: false };
  },
};
export const safeStorage = strict('safeStorage', store);

const rowOf = ({ label, type, enabled, checked, submenu }: MenuItemConstructorOptions): unknown => ({
  label: label ?? '-',
  ...(type && { type }),
  ...(enabled === false && { enabled }),
  ...(checked !== undefined && { checked }),
  ...(submenu && { rows: (submenu as MenuItemConstructorOptions[]).map(rowOf) }),
});

drivable({
  tray: () =>
    shown && {
      image: shown.image.pictures[0]?.split(',')[1],
      tooltip: shown.tooltip,
      menu: shown.menu?.items.map(rowOf) ?? [],
    },
  choose: (...path: string[]) =>
    find(shown?.menu?.items ?? [], path).click?.(undefined as never, undefined, undefined as never),
  applicationMenu: () => applicationMenu?.items.map(({ role }) => role),
  notices: () => said.map(({ title, body }) => ({ title, body })),
  clickNotice: (index: number) => said[index]?.notification.emit('click', {}),
  opened: () => opened,
  copied: () => copied,
  dialogs: () => asked,
  willAnswer(...next: unknown[]) {
    answers = next;
  },
  power: (event: string) => powerMonitor.emit(event, {}),
});
