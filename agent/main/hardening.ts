import { app, session } from 'electron';
import type { Logger } from '../core/log.ts';
import { isWindowAddress } from './window-files.ts';

/** What holds for every page that this program could ever show. Called before the first one is made. */
export function hardenPages(log: Logger): void {
  app.on('web-contents-created', (_event, contents) => {
    const refuse = (what: string) => (event: { preventDefault(): void; readonly url?: string }) => {
      log.warn(`Refused: ${what}.`, { url: event.url?.slice(0, 200) });
      event.preventDefault();
    };
    contents.on('will-navigate', refuse('another page in the window'));
    contents.on('will-frame-navigate', refuse('a page in a frame'));
    contents.on('will-redirect', refuse('a redirect'));
    contents.on('will-attach-webview', refuse('a web view'));
    contents.setWindowOpenHandler(({ url }) => {
      log.warn('Refused: a new window.', { url: url.slice(0, 200) });
      return { action: 'deny' };
    });
  });
}

/** Nothing that a page may ask of the system is granted, and nothing is loaded from anywhere else. */
export function hardenSession(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.webRequest.onBeforeRequest(({ url }, callback) =>
    callback({ cancel: !isWindowAddress(url) && !url.startsWith('data:') && !url.startsWith('devtools:') }),
  );
}
