import type { Command } from 'commander';
import { Programs } from '../core/programs.ts';
import { type ScanResult, scanOnce } from '../core/scan.ts';
import { openMemory } from '../core/scanner.ts';
import { openPlace } from './place.ts';
import { findingLines } from './screen.ts';

export function addCheck(program: Command): void {
  program
    .command('check')
    .description('read every fact once and judge it by the policies last received, or by the defaults')
    .option('--json', 'print {facts, findings, took} as JSON; took is in milliseconds')
    .action(check);
}

async function check(options: { json?: boolean }): Promise<void> {
  const { host, folder } = openPlace();
  const log = { info: warn, warn, error: warn };
  // Looks at what a running agent remembers, and leaves it alone.
  const memory = openMemory({ read: (name) => folder.read(name), tryWrite: () => undefined }, log);
  const result = await scanOnce(new Programs(folder, log), { host, memory, now: () => new Date() });
  host.close();
  console.log(options.json ? JSON.stringify(result, null, 2) : table(result));
}

function warn(message: string): void {
  console.error(message);
}

function table({ facts, findings, took }: ScanResult): string {
  const lines = findings.flatMap(({ program, findings: list }) => [`${program}:`, ...findingLines(list, facts), '']);
  return [...lines, `read in ${took.total} ms`].join('\n');
}
