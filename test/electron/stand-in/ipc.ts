import { drivable } from './setting.ts';
import { strict } from './strict.ts';

/** What a handler hears of who asks. */
export interface Sender {
  readonly sender: object;
  readonly senderFrame: { readonly url: string; readonly parent: object | null } | null;
}
type Handler = (event: Sender & { type: 'frame' }, ...args: unknown[]) => unknown;
const handlers = new Map<string, Handler>();

export const ipcMain = strict('ipcMain', {
  handle(channel: string, handler: Handler) {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  },
});

/** An error reaches the page in Electron's own words. */
export async function invoke(sender: Sender, channel: string, args: readonly unknown[]): Promise<unknown> {
  const handler = handlers.get(channel);
  if (!handler)
    throw new Error(`Error invoking remote method '${channel}': Error: No handler registered for '${channel}'`);
  try {
    return await handler({ ...sender, type: 'frame' }, ...structuredClone(args));
  } catch (error) {
    throw new Error(`Error invoking remote method '${channel}': ${error}`);
  }
}

let window: object | undefined;
/** The page that `invokeAs` plays unless it is told to be another one. */
export function rememberSender(contents: object): void {
  window = contents;
}

drivable({
  /** Asks as a page that the window is not: of another address, inside a frame, or of another window. */
  invokeAs: (who: { url: string; isFrame?: boolean; isOther?: boolean }, channel: string, ...args: unknown[]) => {
    const { url, isFrame = false, isOther = false } = who;
    const sender = isOther ? { id: 99 } : (window ?? { id: 98 });
    return invoke({ sender, senderFrame: { url, parent: isFrame ? {} : null } }, channel, args);
  },
});
