import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where Chromium is found; `npm test` installs Debian's when there is none. */
export const chromiumPaths = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'];

/** A real browser, without the look-ups of its own that a closed network would refuse. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPaths.find((path) => existsSync(path)) ?? 'chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
    ],
  });
}
