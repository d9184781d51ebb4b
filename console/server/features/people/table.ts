import { Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import type { ImportOutcome, ImportProblem } from '../../../../shared/protocol/people-routes.ts';

const mostRows = 300_000;
const mostProblems = 100;
/** Characters that are read before others get their turn. */
const stride = 64 * 1024;

/** A column: what it is called, and what else people call it. */
export interface Column {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly required?: boolean;
}

export interface TableRow {
  readonly line: number;
  /** By the column's name; empty where the line says nothing. */
  readonly values: Readonly<Record<string, string>>;
}

export interface Table {
  readonly rows: TableRow[];
  readonly problems: ImportProblem[];
}

/** Reads CSV with a heading, separated by commas, semicolons or tabs. Never throws; names each line that cannot be read. */
export async function readTable(text: string, columns: readonly Column[]): Promise<Table> {
  const heading = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = [';', '\t', ','].find((one) => heading.includes(one)) ?? ',';
  const options = { bom: true, delimiter, info: true, trim: true, relax_column_count: true } as const;
  const parser = Readable.from(pieces(text)).pipe(parse({ ...options, skip_empty_lines: true }));
  const rows: TableRow[] = [];
  let names: (string | undefined)[] | undefined;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (!names) {
        names = namesOf(record, columns);
        const problems = problemsOfHeading(record, names, columns);
        if (problems.length > 0) return { rows: [], problems };
        continue;
      }
      if (rows.length === mostRows) {
        return {
          rows: [],
          problems: [{ line: info.lines, column: '', message: `More than ${mostRows} lines. Split the file.` }],
        };
      }
      rows.push({ line: info.lines, values: valuesOf(record, names) });
    }
  } catch (error) {
    const { message, ['lines']: line } = error as CsvError & { lines?: number };
    return { rows: [], problems: [{ line: line ?? 1, column: '', message: `This line is not CSV: ${message}` }] };
  }
  if (rows.length === 0)
    return { rows, problems: [{ line: 1, column: '', message: 'There is no line below the heading.' }] };
  return { rows, problems: [] };
}

function* pieces(text: string): Iterable<string> {
  for (let start = 0; start < text.length; start += stride) yield text.slice(start, start + stride);
}

function namesOf(heading: readonly string[], columns: readonly Column[]): (string | undefined)[] {
  return heading.map((title) => {
    const wanted = tidy(title);
    return columns.find(({ name, aliases = [] }) => [name, ...aliases].some((one) => tidy(one) === wanted))?.name;
  });
}

/** `Time zone`, `time_zone` and `TimeZone` are the same. */
function tidy(title: string): string {
  return title.toLowerCase().replace(/[^a-z]/g, '');
}

function problemsOfHeading(
  heading: readonly string[],
  names: readonly (string | undefined)[],
  columns: readonly Column[],
): ImportProblem[] {
  const known = columns.map(({ name }) => name).join(', ');
  const strange = heading
    .filter((_title, index) => names[index] === undefined)
    .map((title) => ({ line: 1, column: title, message: `There is no column “${title}”. Columns are: ${known}.` }));
  const missing = columns
    .filter(({ name, required }) => required && !names.includes(name))
    .map(({ name }) => ({ line: 1, column: name, message: `The column “${name}” is missing from the heading.` }));
  const twice = names
    .filter((name, index) => name !== undefined && names.indexOf(name) !== index)
    .map((name) => ({ line: 1, column: name ?? '', message: `The column “${name}” stands there twice.` }));
  return [...strange, ...missing, ...twice];
}

function valuesOf(record: readonly string[], names: readonly (string | undefined)[]): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [index, name] of names.entries()) if (name !== undefined) values[name] = record[index] ?? '';
  return values;
}

/** What is told about an import. */
export function outcomeOf(
  counts: Pick<ImportOutcome, 'rows' | 'added' | 'changed' | 'unchanged' | 'removed'>,
  problems: readonly ImportProblem[],
  imported: boolean,
): ImportOutcome {
  return { ...counts, problems: problems.slice(0, mostProblems), problemCount: problems.length, imported };
}

export const nothing = { added: 0, changed: 0, unchanged: 0, removed: 0 } as const;
