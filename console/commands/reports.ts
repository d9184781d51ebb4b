import { Command } from 'commander';
import { consoleRoutes } from '../../shared/protocol/console-routes.ts';
import { stateOf, type Verdict, verifyReports } from '../../shared/protocol/report-chain.ts';
import type { RecordedReport } from '../../shared/protocol/views.ts';
import { type Api, openApi } from './api.ts';
import { findWorkstation, whichWorkstation } from './find-workstation.ts';
import { readHome } from './settings.ts';

const pageSize = 200;

/** `shiftgate reports`: what workstations sent, as they signed it. */
export function reportsCommand(): Command {
  const reports = new Command('reports').description('The reports of the last fortnight as workstations signed them');
  reports
    .command('verify')
    .description(
      'Check signatures, numbers and chain. Ends with 1 when a report is broken, with 2 when some are missing',
    )
    .argument('<workstation>', whichWorkstation)
    .option('--json', 'one JSON object a line and report, oldest first')
    .action(async (wanted: string, { json }: { json?: boolean }) => {
      const api = openApi(readHome());
      const { id, hostName } = await findWorkstation(api, wanted);
      const { publicKey, rows } = await readAll(api, id);
      const verdicts = (await verifyReports(rows, { workstation: id, publicKey }, crypto.subtle)).toReversed();
      for (const verdict of verdicts) {
        const state = stateOf(verdict);
        if (json) console.log(JSON.stringify({ ...verdict, state }));
        else if (state !== 'proved') console.log(say(verdict));
      }
      if (!json) console.log(`${hostName}: ${sum(verdicts)}`);
      process.exitCode = exitCode(verdicts);
    });
  return reports;
}

/** Every report that is kept, newest first. */
async function readAll(api: Api, id: string) {
  const rows: RecordedReport[] = [];
  for (;;) {
    const query = { before: rows.at(-1)?.seq, limit: pageSize };
    const page = await api.call(consoleRoutes.reports, { params: { id }, query });
    rows.push(...page.rows);
    if (!page.more) return { publicKey: page.publicKey, rows };
  }
}

function say(verdict: Verdict): string {
  const { seq, faults, link } = verdict;
  const said = {
    first: 'the first one',
    follows: 'follows the one before',
    unknown: 'names nothing before it',
    'not-here': 'the one before is no longer kept',
    'other-forerunner': 'names another one before it than the one kept',
    missing: `${link.kind === 'missing' ? link.count : 0} missing before it`,
  };
  const wrong = faults.length > 0 ? `wrong: ${faults.join(', ')}; ` : '';
  return `${String(seq).padStart(8)}  ${stateOf(verdict).padEnd(10)}  ${wrong}${said[link.kind]}`;
}

function sum(verdicts: readonly Verdict[]): string {
  const states = Map.groupBy(verdicts, stateOf);
  const counts = [...states].map(([state, of]) => `${of.length} ${state}`).join(', ');
  if (verdicts.length === 0) return 'no report is kept';
  return `reports ${verdicts[0]?.seq} to ${verdicts.at(-1)?.seq}: ${counts}. A proved report was signed there; that it is true is not proved.`;
}

function exitCode(verdicts: readonly Verdict[]): number {
  const states = new Set(verdicts.map(stateOf));
  if (states.has('broken') || states.has('unreadable')) return 1;
  return states.has('gap') ? 2 : 0;
}
