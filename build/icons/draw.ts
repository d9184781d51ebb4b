import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { openBrowser } from '../../test/chromium.ts';
import { drawingOf, shapes } from './shapes.ts';

/** `node build/icons/draw.ts` writes the pictures that the package and the main process use, after a change in shapes.ts. */
const browser = await openBrowser();
const page = await browser.newPage();

async function paint(on: Page, drawing: string, size: number): Promise<Buffer> {
  await on.setViewportSize({ width: size, height: size });
  await on.setContent(`<style>*{margin:0;background:transparent}svg{display:block}</style>${drawingOf(drawing, size)}`);
  return await on.screenshot({ omitBackground: true });
}

const folder = new URL('./', import.meta.url);
const product = await readFile(new URL('../../agent/window/public/shiftgate.svg', folder), 'utf8');
await writeFile(new URL('icon.png', folder), await paint(page, product, 1024));

const lines: string[] = [];
for (const [state, drawing] of Object.entries(shapes)) {
  const [small, large] = [await paint(page, drawing, 16), await paint(page, drawing, 32)];
  lines.push(
    `  '${state}': {\n    small: '${small.toString('base64')}',\n    large: '${large.toString('base64')}',\n  },`,
  );
}
await browser.close();

const text = `import type { WindowState } from '../window/today/verdict.ts';

/** PNG pictures of 16 and 32 pixels, base64; written by build/icons/draw.ts. */
export const trayIcons: Readonly<Record<WindowState, { readonly small: string; readonly large: string }>> = {
${lines.join('\n')}
};
`;
await writeFile(new URL('../../agent/main/tray-icons.ts', folder), text);
