import { app, dialog } from 'electron';
import type { Model } from '../ipc/model.ts';
import type { Voice } from '../window/voice.ts';

/** Milliseconds after which the program is gone, whatever still holds it. */
const longest = 6_000;

/** Closes what is open before the program ends, once, and then `end`s it; it is gone even when closing never ends. */
export function quitInOrder(close: () => Promise<void>, end: () => void): void {
  let state: 'running' | 'closing' | 'closed' = 'running';
  app.on('before-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    setTimeout(() => app.exit(0), longest).unref();
    void close()
      .catch(() => undefined)
      .then(() => {
        state = 'closed';
        end();
      });
  });
}

/** Says what will happen, and asks. */
export async function quitIfMeant({ snapshot }: Model, voice: Voice): Promise<void> {
  const { tray, page } = voice.words;
  const lease = snapshot?.lease;
  const { response } = await dialog.showMessageBox({
    type: 'question',
    title: 'Shiftgate',
    message: tray.quitTitle,
    ...(lease && { detail: voice.fill(tray.quitMore, { time: voice.span(lease.seconds * 1000) }) }),
    buttons: [tray.quit, page.cancel],
    defaultId: 1,
    cancelId: 1,
  });
  if (response === 0) app.quit();
}
