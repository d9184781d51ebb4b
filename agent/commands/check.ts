import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { Programs } from '../core/programs.ts';
import { Recording, replay } from '../core/recording.ts';
import { type ScanResult, scanOnce } from '../core/scan.ts';
import { openMemory } from '../core/scanner.ts';
import { CommandError, openPlace } from './place.ts';
import { findingLines } from './screen.ts';

export function addCheck(program: Command): void {
  program
    .command('check')
    .description('read every fact once and judge it by the policies last received, or by the defaults')
    .option('--json', 'print {facts, findings, took} as JSON; took is in milliseconds')
    .option('--replay <file>', 'look at what "record" printed on another machine, in place of this one')
    .action(check);
}

/** A replay takes no time that would tell anything. */
type Result = Omit<ScanResult, 'took'> & Partial<Pick<ScanResult, 'took'>>;

interface CheckOptions {
  readonly json?: boolean;
  readonly replay?: string;
}

async function check({ json, replay: file }: CheckOptions): Promise<void> {
  const { host, folder } = openPlace();
  const log = { info: warn, warn, error: warn };
  const programs = new Programs(folder, log);
  // Looks at what a running agent remembers, and leaves it alone.
  const memory = openMemory({ read: (name) => folder.read(name), tryWrite: () => undefined }, log);
  const result: Result =
    file === undefined
      ? await scanOnce(programs, { host, memory, now: () => new Date() })
      : replay(await readRecording(file), programs);
  host.close();
  console.log(json ? JSON.stringify(result, null, 2) : table(result));
}

async function readRecording(file: string): Promise<Recording> {
  const text = await readFile(file, 'utf8').catch((cause: Error) => {
    throw new CommandError(`The recording cannot be read: ${cause.message}.`, { cause });
  });
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (cause) {
    throw new CommandError(`${file} is not JSON. Write a recording with: shiftgate-agent record > ${file}`, { cause });
  }
  const recording = Recording.safeParse(raw);
  if (recording.success) return recording.data;
  const [issue] = recording.error.issues;
  throw new CommandError(
    `${file} is no recording: ${issue?.path.join('.') || 'the file'}: ${issue?.message}. Write one with: shiftgate-agent record > ${file}`,
  );
}

function warn(message: string): void {
  console.error(message);
}

function table({ facts, findings, took }: Result): string {
  const lines = findings.flatMap(({ program, findings: list }) => [`${program}:`, ...findingLines(list, facts), '']);
  return [...lines, ...(took ? [`read in ${took.total} ms`] : [])].join('\n');
}
