import { worstView } from '../../../../shared/access/severity.ts';
import type { WorkstationRow } from '../../../../shared/protocol/views.ts';
import type { ListWanted } from '../../../../shared/protocol/workstation-list.ts';
import { accessWord, say } from '../../../../shared/words/english.ts';
import { csvLine } from '../../http/csv.ts';
import { Turn } from '../../rest.ts';
import { type ListAsker, type ListSources, sortWorkstations } from './list.ts';
import { workstationRow } from './views.ts';

const columns: readonly { readonly title: string; cell(row: WorkstationRow): string | undefined }[] = [
  { title: 'PC', cell: ({ hostName }) => hostName },
  { title: 'Person', cell: ({ person }) => person },
  { title: 'Programs', cell: ({ programs }) => programs.map(({ programName }) => programName).join('; ') },
  { title: 'Access', cell: ({ access }) => accessWord[access] },
  { title: 'Why', cell: (row) => whyOf(row)?.words },
  { title: 'Code', cell: (row) => whyOf(row)?.code },
  { title: 'Since (UTC)', cell: ({ programs }) => worstView(programs)?.since },
  { title: 'Locks at (UTC)', cell: ({ programs }) => worstView(programs)?.decision.deadline },
  { title: 'System', cell: ({ system }) => system },
  { title: 'Agent', cell: ({ agentVersion }) => agentVersion },
  { title: 'Enrolment', cell: ({ enrolment }) => enrolment },
  { title: 'Connected', cell: ({ connected }) => (connected ? 'yes' : 'no') },
  { title: 'Last contact (UTC)', cell: ({ lastContactAt }) => lastContactAt },
  { title: 'Workstation', cell: ({ id }) => id },
];

function whyOf({ programs }: WorkstationRow): { words: string; code: string } | undefined {
  const [reason] = worstView(programs)?.decision.reasons ?? [];
  if (!reason) return undefined;
  const { cause, code, params } = reason;
  return { words: say(cause, code, params).problem, code: `${cause}/${code}` };
}

/** Rows in one piece. */
const stride = 100;

/** The list as a spreadsheet reads it, piece by piece. */
export async function* listToCsv(query: ListWanted, asker: ListAsker, sources: ListSources) {
  // Without the mark at the beginning, spreadsheets on Windows garble every name with an accent.
  yield `\uFEFF${csvLine(columns.map(({ title }) => title))}\r\n`;
  const listed = await sortWorkstations(query, asker, sources);
  const turn = new Turn();
  for (let start = 0; start < listed.length; start += stride) {
    const rows = listed
      .slice(start, start + stride)
      .map(({ workstation, entries }) => workstationRow(workstation, entries, sources));
    yield rows.map((row) => `${csvLine(columns.map(({ cell }) => cell(row) ?? ''))}\r\n`).join('');
    if (turn.isOver) await turn.next();
  }
}
