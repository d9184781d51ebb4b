import { Command, InvalidArgumentError } from 'commander';
import { consoleRoutes } from '../../shared/protocol/console-routes.ts';
import { openApi } from './api.ts';
import { readHome } from './settings.ts';

interface CodeOptions {
  readonly program: string;
  readonly person?: string;
  readonly uses: number;
  readonly validFor: string;
  readonly approval: boolean;
}

/** `shiftgate enrol`: codes that let a PC in. */
export function enrolCommand(): Command {
  const enrol = new Command('enrol').description('Enrolment of workstations');
  enrol
    .command('code')
    .description('Make an enrolment code; it is shown once')
    .requiredOption('--program <id>', 'program the workstations work for')
    .option('--person <name>', 'person who works on it')
    .option('--uses <count>', 'how many workstations may use it', wholeNumber, 1)
    .option('--valid-for <time>', 'how long it can be used, e.g. 12h or 7d', '7d')
    .option('--approval', 'IT approves each workstation before it gets access', false)
    .action(async (body: CodeOptions) => {
      const { code, link, expiresAt } = await openApi(readHome()).call(consoleRoutes.createCode, { body });
      console.log(`Code     ${code}`);
      console.log(`Link     ${link}`);
      console.log(`Expires  ${expiresAt}`);
    });
  return enrol;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('Write a whole number above zero.');
  return value;
}
