import { Command } from 'commander';
import { consoleRoutes } from '../../shared/protocol/console-routes.ts';
import { type Api, openApi } from './api.ts';
import { readHome } from './settings.ts';

const who = 'id, host name or person of the workstation';

/** `shiftgate lock`: no access until somebody lifts the lock. */
export function lockCommand(): Command {
  return new Command('lock')
    .description('Lock a workstation by hand')
    .argument('<workstation>', who)
    .requiredOption('--reason <text>', 'what the person is told')
    .option('--program <id>', 'for one program alone')
    .action(async (wanted: string, body: { reason: string; program?: string }) => {
      const api = openApi(readHome());
      const { id, hostName } = await find(api, wanted);
      await api.call(consoleRoutes.lock, { params: { id }, body });
      console.log(`${hostName} is locked.`);
    });
}

/** `shiftgate unlock`: lifts what `lock` did; what the policy locks stays locked. */
export function unlockCommand(): Command {
  return new Command('unlock')
    .description('Lift the locks set by hand')
    .argument('<workstation>', who)
    .option('--program <id>', 'for one program alone')
    .action(async (wanted: string, body: { program?: string }) => {
      const api = openApi(readHome());
      const { id, hostName } = await find(api, wanted);
      await api.call(consoleRoutes.unlock, { params: { id }, body });
      const { access } = await api.call(consoleRoutes.workstation, { params: { id } });
      console.log(`The locks of ${hostName} are lifted. Its access is now: ${access}`);
    });
}

/** The one workstation that is called so, in full: a part of a name could mean somebody else's PC. */
async function find(api: Api, wanted: string) {
  const { rows } = await api.call(consoleRoutes.workstations, { query: { search: wanted, limit: 20 } });
  const [only, ...others] = rows.filter(({ id, hostName, person }) => [id, hostName, person].includes(wanted));
  if (only && others.length === 0) return only;
  if (rows.length === 0) throw new Error(`There is no workstation "${wanted}".`);
  const list = rows.map(({ id, hostName, person }) => `  ${id}  ${hostName}  ${person ?? ''}`).join('\n');
  throw new Error(`"${wanted}" does not name one workstation alone. Use the id of one of these:\n${list}`);
}
