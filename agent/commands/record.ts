import { hostname, userInfo } from 'node:os';
import type { Command } from 'commander';
import { CheckId } from '../../shared/checks/index.ts';
import { readers } from '../core/checks/index.ts';
import { Programs } from '../core/programs.ts';
import { recordChecks } from '../core/recording.ts';
import { CommandError, openPlace } from './place.ts';

export function addRecord(program: Command): void {
  program
    .command('record')
    .argument('[checks...]', `all of them unless named: ${CheckId.options.join(', ')}`)
    .description('print what the probes bring back here, for support; "check --replay" looks at it anywhere')
    .addHelpText(
      'after',
      '\nAccount names, the name of this PC, hardware addresses, UUIDs, mail and public network addresses are taken out.\nRead it before you hand it on.',
    )
    .action(record);
}

async function record(checks: readonly string[]): Promise<void> {
  const unknown = checks.find((check) => !CheckId.safeParse(check).success);
  if (unknown !== undefined) {
    throw new CommandError(`There is no check "${unknown}". Checks are: ${CheckId.options.join(', ')}.`);
  }
  const wantedChecks = checks.length > 0 ? checks.map((check) => CheckId.parse(check)) : CheckId.options;
  const { host, folder } = openPlace();
  const unread = wantedChecks.filter((id) => readers[id][host.os] === 'unsupported');
  if (checks.length > 0 && unread.length > 0) {
    throw new CommandError(`There is no reader of ${unread.join(', ')} for ${host.os} yet.`);
  }
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const { wanted } = new Programs(folder, silent);
  // Other accounts are found in what is recorded.
  const names = { accounts: [userInfo().username], host: hostname() };
  const recording = await recordChecks(wantedChecks, { host, wanted, names });
  host.close();
  console.log(JSON.stringify(recording, null, 2));
}
