import { Menu, type MenuItemConstructorOptions, type NativeImage, nativeImage, type Rectangle, Tray } from 'electron';
import type { WindowState } from '../window/today/verdict.ts';
import { trayIcons } from './tray-icons.ts';
import type { Choice, Row } from './tray-menu.ts';

/** Windows cuts a longer tooltip off in the middle of a letter. */
const longestTooltip = 120;

const longestRow = 90;

/** A menu takes `&` for the mark of a key, and grows as wide as its longest row. */
function written(label: string): string {
  const text = label.length > longestRow ? `${label.slice(0, longestRow - 1)}…` : label;
  return text.replaceAll('&', '&&');
}

export interface Shown {
  readonly state: WindowState;
  readonly tooltip: string;
  readonly menu: readonly Row[];
}

/** The icon beside the clock: picture, tooltip and menu, changed only when they are different. */
export class TrayIcon {
  readonly #tray: Tray;
  readonly #onChoice: (choice: Choice) => void;
  readonly #pictures = new Map<WindowState, NativeImage>();
  #shown: Shown | undefined;

  constructor(onClick: () => void, onChoice: (choice: Choice) => void) {
    this.#tray = new Tray(this.#pictureOf('checking'));
    this.#onChoice = onChoice;
    this.#tray.on('click', onClick);
  }

  /** All zero where the system does not tell. */
  get bounds(): Rectangle {
    return this.#tray.getBounds();
  }

  show(next: Shown): void {
    const shown = this.#shown;
    this.#shown = next;
    if (next.state !== shown?.state) this.#tray.setImage(this.#pictureOf(next.state));
    if (next.tooltip !== shown?.tooltip) this.#tray.setToolTip(next.tooltip.slice(0, longestTooltip));
    // Linux shows a changed menu only when it is set again, and setting one closes it where it is open.
    if (JSON.stringify(next.menu) !== JSON.stringify(shown?.menu)) {
      this.#tray.setContextMenu(Menu.buildFromTemplate(next.menu.map((row) => this.#itemOf(row))));
    }
  }

  remove(): void {
    this.#tray.destroy();
  }

  #itemOf(row: Row): MenuItemConstructorOptions {
    switch (row.kind) {
      case 'line':
        return { type: 'separator' };
      case 'text':
        return { label: written(row.label), enabled: false };
      case 'more':
        return { label: row.label, submenu: row.rows.map((inner) => this.#itemOf(inner)) };
      case 'choice': {
        const { choice, chosen } = row;
        const label = written(row.label);
        const click = () => this.#onChoice(choice);
        if (chosen === undefined) return { label, click };
        return { label, click, type: choice.what === 'language' ? 'radio' : 'checkbox', checked: chosen };
      }
    }
  }

  #pictureOf(state: WindowState): NativeImage {
    const known = this.#pictures.get(state);
    if (known) return known;
    const picture = nativeImage.createEmpty();
    const { small, large } = trayIcons[state];
    picture.addRepresentation({ scaleFactor: 1, dataURL: `data:image/png;base64,${small}` });
    picture.addRepresentation({ scaleFactor: 2, dataURL: `data:image/png;base64,${large}` });
    this.#pictures.set(state, picture);
    return picture;
  }
}
