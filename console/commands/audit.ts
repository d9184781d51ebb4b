import { Command } from 'commander';
import { consoleRoutes } from '../../shared/protocol/console-routes.ts';
import { auditExportPath } from '../../shared/protocol/oversight-routes.ts';
import { openApi } from './api.ts';
import { readHome } from './settings.ts';

/** `shiftgate audit`: proof that nothing on record was changed. */
export function auditCommand(): Command {
  const audit = new Command('audit').description('The record of all that changed access or configuration');
  audit
    .command('verify')
    .description('Check the chain of hashes from the first entry to the last')
    .action(async () => {
      const { ok, entries, head, brokenAt } = await openApi(readHome()).call(consoleRoutes.verifyAudit, {});
      if (!ok) throw new Error(`The audit was changed: entry ${brokenAt} does not follow the ${entries} before it.`);
      console.log(`${entries} entries, none changed. Last hash: ${head || 'none'}`);
    });
  audit
    .command('export')
    .description('Print the record as OCSF events, one JSON object a line, oldest first')
    .option('--from <time>', 'first time, e.g. 2026-11-01T00:00:00Z')
    .option('--to <time>', 'time before which it ends')
    .option('--actor <name>', 'only what somebody of that name did')
    .option('--search <text>', 'only what says it, or is about a PC, a person or a program of that name')
    .action(async (filter: Record<string, string>) => {
      const query = new URLSearchParams(filter);
      for await (const part of openApi(readHome()).download(`${auditExportPath}?${query}`)) process.stdout.write(part);
    });
  return audit;
}
