import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { type CustomScheme, protocol } from 'electron';

/** The window's own scheme; nothing but the built window is ever served under it. */
export const windowScheme: CustomScheme = {
  scheme: 'shiftgate-window',
  privileges: { standard: true, secure: true, supportFetchAPI: true },
};
export const windowAddress = 'shiftgate-window://app/index.html';

export function isWindowAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === `${windowScheme.scheme}:` && url.host === 'app';
}

const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};
const known = /^\/(?:index\.html|shiftgate\.svg|assets\/[\w.-]+\.(?:js|css|svg))$/;

/** Mantine writes its styles into the page; scripts come from the package alone. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const windowHeaders = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
} as const;

/** Serves the files of the built window from its folder. */
export function serveWindow(folder: URL): void {
  protocol.handle(windowScheme.scheme, async ({ method, url }) => {
    const { pathname } = new URL(url);
    const isOurs = method === 'GET' && isWindowAddress(url) && known.test(pathname) && !pathname.includes('..');
    const body = isOurs ? await readFile(new URL(`.${pathname}`, folder)).catch(() => undefined) : undefined;
    if (!body) return new Response('There is no such file.', { status: 404, headers: windowHeaders });
    const kind = kinds[extname(pathname)] ?? 'text/plain';
    return new Response(new Uint8Array(body), { headers: { ...windowHeaders, 'content-type': kind } });
  });
}
