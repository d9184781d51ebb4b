import type { Host } from '../host/host.ts';
import type { Following } from '../host/run-command.ts';
import type { Watch } from './event.ts';

/** Runs for as long as the agent does and says something at each change. */
export interface NetworkMonitor {
  readonly paths: readonly string[];
  readonly args: readonly string[];
  readonly why: string;
  /** Lines that count; every one does where this is absent. */
  readonly lines?: RegExp;
}

/** One line per change; the lines themselves are not looked at. */
export const networkMonitor: NetworkMonitor = {
  paths: ['/usr/sbin/ip', '/sbin/ip', '/usr/bin/ip', '/bin/ip'],
  args: ['-o', 'monitor', 'link', 'address', 'route', 'rule'],
  why: 'notices at once that a link, an address or a route has changed',
};

/** Learnt neighbours and routes copied for one connection come and go all the time, and are left out. */
export const networkMonitorMacos: NetworkMonitor = {
  paths: ['/sbin/route'],
  args: ['-n', 'monitor'],
  why: networkMonitor.why,
  lines: /^RTM_(?:NEWADDR|DELADDR|IFINFO2?): |^RTM_(?:ADD|DELETE|CHANGE): (?!.*\b(?:LLINFO|WASCLONED)\b)/,
};

/** Milliseconds. */
const restartFirst = 1_000;
const restartCap = 60_000;
/** While the kernel cannot be listened to, its state is read this often. */
const pollEvery = 5_000;

/** Calls back at every change of links, addresses, routes or rules. */
export function watchNetwork(host: Host, onChange: () => void, source: NetworkMonitor = networkMonitor): Watch {
  let monitor: Following | undefined;
  let restart: NodeJS.Timeout | undefined;
  let delay = restartFirst;

  function listen(): void {
    const startedAt = performance.now();
    monitor = host.follow(source, onLines(source.lines, onChange), () => {
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

/** Puts lines together again that arrive in pieces, and calls back once for a piece with one that counts. */
function onLines(counts: RegExp | undefined, onChange: () => void): (text: string) => void {
  if (counts === undefined) return onChange;
  let unfinished = '';
  return (text) => {
    const lines = (unfinished + text).split('\n');
    unfinished = (lines.pop() ?? '').slice(-1000);
    if (lines.some((line) => counts.test(line))) onChange();
  };
}
