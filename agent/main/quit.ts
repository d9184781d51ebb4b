import { app, dialog } from 'electron';
import { type Logger, reasonOf } from '../core/log.ts';
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

/** Seconds: a program that fails sooner than this would only fail again. */
const steady = 60;
/** Milliseconds in which the log gets to the disk. */
const flush = 300;

/** A fault of our own ends the program, on record, and starts it again; Electron would show a text for programmers. */
export function restartOnFault(program: string, log: Logger): void {
  process.on('unhandledRejection', (error) => log.error('Something went wrong.', { reason: reasonOf(error) }));
  process.on('uncaughtException', (error) => {
    log.error('A fault ends the program.', { reason: reasonOf(error), stack: error.stack });
    if (process.uptime() > steady) app.relaunch({ execPath: program, args: ['--hidden'] });
    setTimeout(() => app.exit(1), flush);
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
