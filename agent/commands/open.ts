import type { Command } from 'commander';
import type { Os } from '../../shared/checks/define.ts';
import { launchProgram } from '../core/host/run-command.ts';
import { secretsIn } from '../core/host/state-folder.ts';
import { readIdentity } from '../core/identity/identity.ts';
import { askForTicket } from '../core/link/ticket.ts';
import { Programs } from '../core/programs.ts';
import { CommandError, openPlace, type Place } from './place.ts';

export function addOpen(program: Command): void {
  program
    .command('open')
    .argument('[program]', 'id of the program; not needed when this PC works for one only')
    .description("open a program's CRM in the browser, bound to this PC")
    .option('--print', 'print the one-time link instead of opening it')
    .action(open);
}

async function open(wanted: string | undefined, options: { print?: boolean }): Promise<void> {
  const place = openPlace();
  const program = wanted ?? onlyProgram(place);
  const identity = await readIdentity(secretsIn(place.folder), place.host);
  place.host.close();
  const url = await askForTicket(identity, program);
  if (options.print) {
    console.log(url);
    return;
  }
  const { paths, args } = openers[place.host.os];
  if (!(await launchProgram(paths, [...args, url], process.env))) {
    throw new CommandError(`No browser could be opened. Open this link yourself within a minute:\n${url}`);
  }
  console.log(`Opened ${new URL(url).origin}.`);
}

/** The system's own way to open an address in the person's browser. */
const openers: Readonly<Record<Os, { paths: readonly string[]; args: readonly string[] }>> = {
  windows: { paths: ['%System32%\\rundll32.exe'], args: ['url.dll,FileProtocolHandler'] },
  macos: { paths: ['/usr/bin/open'], args: [] },
  linux: { paths: ['/usr/bin/xdg-open'], args: [] },
};

/** Undefined before the first contact: the console then says which programs there are. */
function onlyProgram({ folder }: Place): string | undefined {
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const ids = new Programs(folder, silent).ids;
  if (ids.length > 1) throw new CommandError(`This PC works for several programs. Say which: ${ids.join(', ')}.`);
  return ids[0];
}
