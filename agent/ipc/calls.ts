/** One end of a channel between two processes of ours. */
export interface Port {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
}

/** What one process answers for the other, each by its name. */
export type Asks = { readonly [name: string]: (...args: never[]) => Promise<unknown> };

type Message =
  | { readonly id: number; readonly ask: string; readonly args: readonly unknown[] }
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly trouble: string };

export interface Calls<Theirs extends Asks> {
  ask<Name extends keyof Theirs & string>(name: Name, ...args: Parameters<Theirs[Name]>): ReturnType<Theirs[Name]>;
  /** The other end is gone: whatever was asked is answered with why. */
  fail(reason: string): void;
}

/** Questions and answers both ways over one port. Of an error the other end gets the message. */
export function openCalls<Theirs extends Asks>(port: Port, ours: Asks): Calls<Theirs> {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;

  async function answer({ id, ask, args }: Extract<Message, { ask: string }>): Promise<void> {
    try {
      const handle = Object.hasOwn(ours, ask) ? ours[ask] : undefined;
      if (!handle) throw new Error(`nobody answers "${ask}"`);
      port.post({ id, value: await handle(...(args as never[])) });
    } catch (error) {
      port.post({ id, trouble: error instanceof Error ? error.message : String(error) });
    }
  }

  function settle(message: Exclude<Message, { ask: string }>): void {
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if ('trouble' in message) asked?.reject(new Error(message.trouble));
    else asked?.resolve(message.value);
  }

  port.onMessage((raw) => {
    const message = raw as Message;
    if ('ask' in message) void answer(message);
    else settle(message);
  });

  const ask = (name: string, args: readonly unknown[]) =>
    new Promise<unknown>((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      port.post({ id: last, ask: name, args });
    });
  return {
    ask: (name, ...args) => ask(name, args) as ReturnType<Theirs[typeof name]>,
    fail(reason) {
      for (const { reject } of waiting.values()) reject(new Error(reason));
      waiting.clear();
    },
  };
}
