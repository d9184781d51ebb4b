import type { Command } from 'commander';
import { findOs } from '../core/host/os.ts';
import { type Source, sourcesOf } from '../core/sources.ts';
import { parseOs } from './parse.ts';

export function addSources(program: Command): void {
  program
    .command('sources')
    .description('list every program, file and interface that the agent ever reads, and what for')
    .option('--json', 'as JSON')
    .option('--os <os>', 'windows, macos or linux; this system unless told', parseOs)
    .action(({ json, os = findOs() ?? 'linux' }: { json?: boolean; os?: ReturnType<typeof parseOs> }) => {
      const sources = sourcesOf(os);
      console.log(json ? JSON.stringify(sources, null, 2) : sources.map(line).join('\n'));
    });
}

function line({ id, kind, what, why }: Source): string {
  return `${id}\n    ${kind}: ${what}\n    ${why}`;
}
