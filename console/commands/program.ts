import { Command, InvalidArgumentError } from 'commander';
import { consoleRoutes } from '../../shared/protocol/console-routes.ts';
import { openApi } from './api.ts';
import { readHome } from './settings.ts';

interface Origin {
  readonly origin: string;
  readonly upstream: string;
}

/** `shiftgate program`: client brands and their CRM. */
export function programCommand(): Command {
  const program = new Command('program').description('Programs and their CRM');
  program
    .command('set')
    .description('Create a program, or change its name and CRM')
    .argument('<id>', 'lower-case letters, digits and hyphens')
    .requiredOption('--name <name>', 'name for people')
    .requiredOption('--crm <origin=upstream...>', 'where browsers find the CRM, and where the gate finds it', addOrigin)
    .action(async (id: string, { name, crm }: { name: string; crm: Origin[] }) => {
      await openApi(readHome()).call(consoleRoutes.putProgram, { params: { id }, body: { name, origins: crm } });
      console.log(`Program ${id} is set.`);
    });
  return program;
}

function addOrigin(text: string, known: Origin[] = []): Origin[] {
  const [origin, upstream, ...rest] = text.split('=');
  if (!origin || !upstream || rest.length > 0 || !URL.canParse(origin) || !URL.canParse(upstream)) {
    throw new InvalidArgumentError('Write it as https://crm.example.com=http://10.0.0.5:8080.');
  }
  return [...known, { origin, upstream }];
}
