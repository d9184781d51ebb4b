import { Command } from 'commander';
import { startConsole } from '../server/start.ts';
import { readConsoleOptions, settingsHelp } from './settings.ts';

/** `shiftgate serve`: console and gate, until they are told to stop. */
export function serveCommand(): Command {
  return new Command('serve')
    .description('Run the console and the gate')
    .addHelpText('after', settingsHelp)
    .action(async () => {
      const running = await startConsole(readConsoleOptions());
      console.log(`Console  ${running.url}`);
      console.log(`Gate     ${running.gateUrl}`);
      if (running.signInLink) console.log(`Sign in  ${running.signInLink}`);
      const stop = () => void running.close();
      process.once('SIGINT', stop);
      process.once('SIGTERM', stop);
    });
}
