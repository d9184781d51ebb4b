import { Command } from 'commander';
import { startTry } from '../try/try.ts';

/** `shiftgate try`: everything on this machine, until Ctrl-C. */
export function tryCommand(): Command {
  return new Command('try')
    .description('Console, gate, a sample CRM behind it and this machine’s own agent, until Ctrl-C')
    .addHelpText(
      'after',
      '\nSettings: SHIFTGATE_HOME (data, default .shiftgate), SHIFTGATE_PORT (console, default 8420)',
    )
    .action(async () => {
      const say = (line: string) => console.log(line);
      const running = await startTry({
        home: process.env['SHIFTGATE_HOME'] ?? '.shiftgate',
        port: Number(process.env['SHIFTGATE_PORT'] ?? 8420),
        say,
      });
      const stop = async () => {
        say('Stopping …');
        process.stdin.pause();
        await running.close();
      };
      process.once('SIGINT', stop);
      process.once('SIGTERM', stop);
      if (process.stdin.isTTY) {
        say('Press Enter for a fresh CRM link, Ctrl-C to stop.\n');
        process.stdin.on('data', () => void running.openCrm());
      }
    });
}
