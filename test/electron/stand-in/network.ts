import { EventEmitter } from 'node:events';
import { request as http, type RequestOptions } from 'node:http';
import { request as https } from 'node:https';
import type { Route } from 'playwright-core';
import { needsNotReady, needsReady } from './app.ts';
import { drivable } from './setting.ts';
import { strict } from './strict.ts';

type Handler = (request: Request) => Response | Promise<Response>;
const schemes = new Set<string>();
const handlers = new Map<string, Handler>();

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(custom: readonly { scheme: string; privileges?: { standard?: boolean } }[]) {
    needsNotReady('registerSchemesAsPrivileged');
    for (const { scheme } of custom) schemes.add(scheme);
  },
  handle(scheme: string, handler: Handler) {
    needsReady('protocol.handle');
    if (!schemes.has(scheme)) throw new Error(`${scheme} is not registered`);
    handlers.set(scheme, handler);
  },
});

type BeforeRequest = (details: { url: string }, callback: (answer: { cancel?: boolean }) => void) => void;
let beforeRequest: BeforeRequest = (_details, callback) => callback({});
const permissions: string[] = [];

/** The handlers are called as Chromium would; the browser behind the stand-in grants nothing anyway. */
const defaultSession = strict('session', {
  setPermissionRequestHandler: (handler: (contents: null, name: string, say: (yes: boolean) => void) => void) =>
    handler(null, 'media', (yes) => permissions.push(`request ${yes}`)),
  setPermissionCheckHandler: (handler: () => boolean) => permissions.push(`check ${handler()}`),
  setDevicePermissionHandler: (handler: () => boolean) => permissions.push(`device ${handler()}`),
  webRequest: strict('webRequest', {
    onBeforeRequest(listener: BeforeRequest) {
      beforeRequest = listener;
    },
  }),
});
/** The updater's requests go out for real. */
export const net = strict('net', {
  request: ({ session: _session, ...options }: RequestOptions & { session?: unknown }) =>
    options.protocol === 'https:' ? https(options) : http(options),
});
/** On macOS and Windows the updater tells it when it is about to end the program. */
export const autoUpdater = strict('autoUpdater', new EventEmitter());

export const session = strict('session', {
  fromPartition: () => ({}),
  get defaultSession() {
    needsReady('defaultSession');
    return defaultSession;
  },
});

/** A page of a scheme of our own is shown under an address that the browser knows. */
export function toBrowser(address: string): string {
  const [, scheme = '', host = '', rest = ''] = /^([\w-]+):\/\/([\w-]+)(.*)$/.exec(address) ?? [];
  return handlers.has(scheme) ? `http://${host}.${scheme}.localhost${rest}` : address;
}

export function fromBrowser(address: string): string {
  const [, host, scheme, rest] = /^http:\/\/([\w-]+)\.([\w-]+)\.localhost(.*)$/.exec(address) ?? [];
  return host && scheme && schemes.has(scheme) ? `${scheme}://${host}${rest}` : address;
}

const refused: string[] = [];

/** Every request of every page ends here: answered by the program, or refused. */
export async function serve(route: Route): Promise<void> {
  const url = fromBrowser(route.request().url());
  const cancelled = await new Promise<boolean>((resolve) =>
    beforeRequest({ url }, ({ cancel = false }) => resolve(cancel)),
  );
  const handler = handlers.get(new URL(url).protocol.slice(0, -1));
  if (cancelled || !handler) {
    refused.push(url);
    await route.abort('blockedbyclient');
    return;
  }
  const response = await handler(new Request(url, { method: route.request().method() }));
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}

drivable({
  permissions: () => permissions,
  refusedRequests: () => refused,
  /** What the program itself answers for an address, whoever asks. */
  async fetchFromProgram(url: string) {
    const response = await handlers.get(new URL(url).protocol.slice(0, -1))!(new Request(url));
    return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() };
  },
});
