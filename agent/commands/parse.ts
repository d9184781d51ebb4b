import { buffer } from 'node:stream/consumers';
import { type Command, InvalidArgumentError } from 'commander';
import { Os } from '../../shared/checks/define.ts';
import { CheckId } from '../../shared/checks/index.ts';
import { readers } from '../core/checks/index.ts';
import { findOs } from '../core/host/os.ts';
import type { Transcript } from '../core/host/probe.ts';
import { parseSafely } from '../core/scanner.ts';
import { sourcesOf } from '../core/sources.ts';
import { CommandError } from './place.ts';

export function addParse(program: Command): void {
  program
    .command('parse')
    .argument('<source>', 'as "sources" names it, e.g. vpn.links')
    .description('print the fact that is read from one raw output on standard input, everything else being absent')
    .option('--os <os>', 'windows, macos or linux; this system unless told', parseOs)
    .option('--want <ids...>', 'software to look for: catalogue ids, or process:<file name>')
    .action(parse);
}

export function parseOs(value: string): Os {
  const os = Os.safeParse(value);
  if (os.success) return os.data;
  throw new InvalidArgumentError(`Write one of ${Os.options.join(', ')}.`);
}

/** Many of Windows' tools write UTF-16 into files, with a mark at the beginning. */
function decodeText(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  return first === 0xfe && second === 0xff ? new TextDecoder('utf-16be').decode(bytes) : bytes.toString('utf8');
}

async function parse(source: string, options: { os?: Os; want?: string[] }): Promise<void> {
  const os = options.os ?? findOs() ?? 'linux';
  const [check, name = ''] = source.split('.');
  const known = CheckId.safeParse(check);
  const reader = known.success ? readers[known.data][os] : undefined;
  if (!known.success || reader === undefined || reader === 'unsupported' || !(name in reader.probes)) {
    const names = sourcesOf(os).map(({ id }) => id);
    const hint = names.length > 0 ? `Sources are: ${names.join(', ')}.` : `There are no readers for ${os} yet.`;
    throw new CommandError(`There is no source "${source}". ${hint}`);
  }
  const now = new Date();
  const raw = decodeText(await buffer(process.stdin));
  const transcripts = Object.fromEntries(
    Object.keys(reader.probes).map((probe): [string, Transcript] => [
      probe,
      probe === name ? { outcome: 'ok', text: raw, changedAt: now.toISOString() } : { outcome: 'absent' },
    ]),
  );
  const context = { now, memory: {}, wanted: options.want ?? [] };
  const parsed = parseSafely(known.data, () => reader.parse(transcripts, context));
  console.log(JSON.stringify('fact' in parsed ? { fact: parsed.fact } : parsed, null, 2));
}
