import { Command, Option } from 'commander';
import { Access } from '../../shared/access/decide.ts';
import { consoleRoutes } from '../../shared/protocol/console-routes.ts';
import type { WorkstationRow } from '../../shared/protocol/views.ts';
import { accessWord, sayAccess } from '../../shared/words/english.ts';
import { openApi } from './api.ts';
import { readHome } from './settings.ts';

const pageSize = 500;

/** `shiftgate fleet`: who can work and who cannot, for scripts and terminals. */
export function fleetCommand(): Command {
  return new Command('fleet')
    .description('List workstations with their access; those that cannot work first')
    .addOption(new Option('--access <access>', 'only these').choices(Access.options))
    .option('--program <id>', 'of one program')
    .option('--search <text>', 'part of host name, person or id')
    .option('--json', 'one JSON object a line')
    .action(async ({ json, ...query }: { json?: boolean; access?: Access; program?: string; search?: string }) => {
      const api = openApi(readHome());
      let listed = 0;
      for (;;) {
        const page = await api.call(consoleRoutes.workstations, {
          query: { ...query, limit: pageSize, offset: listed },
        });
        for (const row of page.rows) console.log(json ? JSON.stringify(row) : say(row));
        listed += page.rows.length;
        if (page.rows.length < pageSize) break;
      }
      if (listed === 0 && !json) console.log('No workstation.');
    });
}

function say({ access, hostName, person, programs, lastContactAt }: WorkstationRow): string {
  const worst = programs.find(({ decision }) => decision.access === access);
  const why = worst && access !== 'ready' ? sayAccess(access, worst.decision.reasons) : '';
  return [accessWord[access].padEnd(14), hostName.padEnd(24), (person ?? '').padEnd(24), lastContactAt ?? '', why]
    .join('  ')
    .trimEnd();
}
