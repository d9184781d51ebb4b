import { Readable } from 'node:stream';
import { type CsvError, type Options, parse } from 'csv-parse';
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
  /** By the column's name; empty where the line says nothing. A column that the heading does not have is absent. */
  readonly values: Readonly<Record<string, string>>;
}

export interface Table {
  readonly rows: TableRow[];
  readonly problems: ImportProblem[];
}

/** Reads CSV with a heading, separated by commas, semicolons or tabs. Never throws; names each line that cannot be read. */
export async function readTable(text: string, columns: readonly Column[]): Promise<Table> {
  // The parser counts the two characters of a Windows line end as two lines.
  const lines = text.replace(/\r\n?/g, '\n');
  const place = { before: 0 };
  const parser = Readable.from(pieces(lines)).pipe(parse(optionsFor(lines, place)));
  const rows: TableRow[] = [];
  const problems: ImportProblem[] = [];
  let names: (string | undefined)[] | undefined;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const line = info.lines - linesWithin(record);
      if (!names) {
        names = namesOf(record, columns);
        const wrong = problemsOfHeading({ heading: record, names, columns, line });
        if (wrong.length > 0) return { rows: [], problems: wrong };
        continue;
      }
      if (rows.length === mostRows) return refused(line, `More than ${mostRows} lines. Split the file.`);
      if (record.slice(names.length).some((cell) => cell !== '')) problems.push(tooMany(line));
      rows.push({ line, values: valuesOf(record, names) });
    }
  } catch (error) {
    const { code, message, ['lines']: line = 1 } = error as CsvError & { lines?: number };
    if (code !== 'CSV_QUOTE_NOT_CLOSED') return refused(line, `This line is not CSV: ${message}`);
    return refused(nextFilled(lines, place.before), 'This line is not CSV: a quotation mark in it is never closed.');
  }
  if (rows.length === 0) return refused(1, 'There is no line below the heading.');
  return { rows, problems };
}

/** `place.before` follows the last line that was read whole. */
function optionsFor(text: string, place: { before: number }): Options {
  const heading = /\S.*/.exec(text)?.[0] ?? '';
  const delimiter = [';', '\t', ','].find((one) => heading.includes(one)) ?? ',';
  return {
    ...{ bom: true, delimiter, info: true, trim: true, relax_column_count: true, skip_empty_lines: true },
    on_record(record: string[], { lines }: { lines: number }) {
      place.before = lines;
      return record;
    },
  };
}

function refused(line: number, message: string): Table {
  return { rows: [], problems: [{ line, column: '', message }] };
}

function tooMany(line: number): ImportProblem {
  return { line, column: '', message: 'It has more columns than the heading. Put text with separators in quotes.' };
}

/** Ends of lines that stand inside quotes. */
function linesWithin(record: readonly string[]): number {
  return record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
}

/** Number of the first line with something on it after some lines. */
function nextFilled(text: string, after: number): number {
  const index = text.split('\n').findIndex((line, position) => position >= after && line.trim() !== '');
  return index + 1;
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

function problemsOfHeading({
  heading,
  names,
  columns,
  line,
}: {
  heading: readonly string[];
  names: readonly (string | undefined)[];
  columns: readonly Column[];
  line: number;
}): ImportProblem[] {
  const known = columns.map(({ name }) => name).join(', ');
  const strange = heading
    .filter((_title, index) => names[index] === undefined)
    .map((title) => ({ line, column: title, message: `There is no column “${title}”. Columns are: ${known}.` }));
  const missing = columns
    .filter(({ name, required }) => required && !names.includes(name))
    .map(({ name }) => ({ line, column: name, message: `The column “${name}” is missing from the heading.` }));
  const twice = names
    .filter((name, index) => name !== undefined && names.indexOf(name) !== index)
    .map((name) => ({ line, column: name ?? '', message: `The column “${name}” stands there twice.` }));
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
