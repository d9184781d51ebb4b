/** Runs in the page before anything of it: Electron as a sandboxed preload knows it, and the real preload. */
export function playElectron(preload: string): void {
  const world = window as unknown as Record<string, unknown>;
  const invoke = world['standInInvoke'] as (
    channel: string,
    args: unknown[],
  ) => Promise<{ value?: unknown; trouble?: string }>;
  const listeners = new Map<string, Set<(event: object, ...args: unknown[]) => void>>();
  const refuse = (name: string, target: object) =>
    new Proxy(target, {
      get(object, key) {
        if (key in object) return Reflect.get(object, key);
        throw new Error(`The stand-in for Electron has no ${name}.${String(key)}.`);
      },
    });
  /** What crosses is cloned; functions are called across. */
  const cross = (value: unknown): unknown => {
    if (typeof value === 'function') return (...args: unknown[]) => value(...args.map(cross));
    if (value instanceof Promise || typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(cross);
    const own = Object.entries(value).map(([key, inner]) => [key, cross(inner)]);
    return Object.freeze(Object.fromEntries(own));
  };
  const electron = {
    contextBridge: refuse('contextBridge', {
      exposeInMainWorld(key: string, api: object) {
        Object.defineProperty(window, key, { value: cross(api), enumerable: true });
      },
    }),
    ipcRenderer: refuse('ipcRenderer', {
      async invoke(channel: string, ...args: unknown[]) {
        // As Electron: what cannot be cloned is refused before it leaves the page.
        const answer = await invoke(channel, structuredClone(args));
        if (answer.trouble !== undefined) throw new Error(answer.trouble);
        return answer.value;
      },
      on: (channel: string, listener: (event: object) => void) =>
        void listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener)),
      removeListener: (channel: string, listener: (event: object) => void) => listeners.get(channel)?.delete(listener),
    }),
  };
  Object.defineProperty(window, Symbol.for('stand-in'), {
    value: (channel: string, args: unknown[]) => {
      for (const listener of listeners.get(channel) ?? []) listener({}, ...args);
    },
  });
  delete world['standInInvoke'];
  const require = (name: string) => {
    if (name !== 'electron') throw new Error(`module not found: ${name}`);
    return refuse('electron', electron);
  };
  new Function('require', 'module', 'exports', preload)(require, { exports: {} }, {});
}
