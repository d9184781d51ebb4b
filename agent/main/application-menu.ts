import { Menu } from 'electron';
import type { Os } from '../../shared/checks/define.ts';

/**
 * Electron's own menu would lead to pages of the web. This one has what keyboards and screen readers need: editing, zoom,
 * and on a Mac the program's own entries. It shows on a Mac only; elsewhere its keys work all the same.
 */
export function setApplicationMenu(os: Os): void {
  const zoom = { role: 'windowMenu' as const, submenu: zoomRows.map((role) => ({ role })) };
  const program = os === 'macos' ? [{ role: 'appMenu' as const }] : [];
  Menu.setApplicationMenu(Menu.buildFromTemplate([...program, { role: 'editMenu' }, zoom]));
}

const zoomRows = ['resetZoom', 'zoomIn', 'zoomOut', 'close'] as const;
