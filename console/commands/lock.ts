import { Command } from 'commander';
import { consoleRoutes } from '../../shared/protocol/console-routes.ts';
import { openApi } from './api.ts';
import { findWorkstation, whichWorkstation } from './find-workstation.ts';
import { readHome } from './settings.ts';

/** `shiftgate lock`: no access until somebody lifts the lock. */
export function lockCommand(): Command {
  return new Command('lock')
    .description('Lock a workstation by hand')
    .argument('<workstation>', whichWorkstation)
    .requiredOption('--reason <text>', 'what the person is told')
    .option('--program <id>', 'for one program alone')
    .action(async (wanted: string, body: { reason: string; program?: string }) => {
      const api = openApi(readHome());
      const { id, hostName } = await findWorkstation(api, wanted);
      await api.call(consoleRoutes.lock, { params: { id }, body });
      console.log(`${hostName} is locked.`);
    });
}

/** `shiftgate unlock`: lifts what `lock` did; what the policy locks stays locked. */
export function unlockCommand(): Command {
  return new Command('unlock')
    .description('Lift the locks set by hand')
    .argument('<workstation>', whichWorkstation)
    .option('--program <id>', 'for one program alone')
    .action(async (wanted: string, body: { program?: string }) => {
      const api = openApi(readHome());
      const { id, hostName } = await findWorkstation(api, wanted);
      await api.call(consoleRoutes.unlock, { params: { id }, body });
      const { access } = await api.call(consoleRoutes.workstation, { params: { id } });
      console.log(`The locks of ${hostName} are lifted. Its access is now: ${access}`);
    });
}
