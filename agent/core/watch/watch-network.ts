import type { Host } from '../host/host.ts';
import type { Following } from '../host/run-command.ts';
import type { Watch } from './event.ts';

/** Runs for as long as the agent does and says one line per change; the lines themselves are not looked at. */
export const networkMonitor = {
  paths: ['/usr/sbin/ip', '/sbin/ip', '/usr/bin/ip', '/bin/ip'],
  args: ['-o', 'monitor', 'link', 'address', 'route', 'rule'],
  why: 'notices at once that a link, an address or a route has changed',
} as const;

/** Milliseconds. */
const restartFirst = 1_000;
const restartCap = 60_000;
/** While the kernel cannot be listened to, its state is read this often. */
const pollEvery = 5_000;

/** Calls back at every change of links, addresses, routes or rules. */
export function watchNetwork(host: Host, onChange: () => void): Watch {
  let monitor: Following | undefined;
  let restart: NodeJS.Timeout | undefined;
  let delay = restartFirst;

  function listen(): void {
    const startedAt = performance.now();
    monitor = host.follow(networkMonitor, onChange, () => {
      // One that has run for a while is not failing all the time.
      delay = performance.now() - startedAt > restartCap ? restartFirst : Math.min(restartCap, delay * 2);
      monitor = undefined;
      restart = setTimeout(listen, delay);
    });
  }

  listen();
  const poll = setInterval(() => monitor ?? onChange(), pollEvery);
  return {
    close() {
      clearInterval(poll);
      clearTimeout(restart);
      monitor?.close();
    },
  };
}
