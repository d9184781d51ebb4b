import { app, powerMonitor } from 'electron';
import type { Logger } from '../core/log.ts';

/** Milliseconds in which the events of one return come together; a network needs as long to come back. */
const gather = 1_500;

/** Calls back when somebody is back at the PC, or the PC itself is: what was known is old then. */
export function watchPower(onBack: () => void, log: Logger): void {
  let timer: NodeJS.Timeout | undefined;
  const back = (why: string) => () => {
    log.info('Back.', { why });
    clearTimeout(timer);
    timer = setTimeout(onBack, gather);
  };
  powerMonitor.on('resume', back('awake'));
  powerMonitor.on('unlock-screen', back('unlocked'));
  powerMonitor.on('user-did-become-active', back('user switched'));
  powerMonitor.on('suspend', () => log.info('The PC goes to sleep.'));
  powerMonitor.on('lock-screen', () => log.info('The screen is locked.'));
  powerMonitor.on('shutdown', () => app.quit());
}
