import type { Command } from 'commander';
import { CheckId } from '../../shared/checks/index.ts';
import { readers } from '../core/checks/index.ts';
import { Programs } from '../core/programs.ts';
import { parseSafely, readProbes } from '../core/scanner.ts';
import { CommandError, openPlace } from './place.ts';

export function addRecord(program: Command): void {
  program
    .command('record')
    .argument('<check>', CheckId.options.join(', '))
    .description('print what the probes of a check bring back here, as a recording for the tests; look it over first')
    .action(record);
}

async function record(check: string): Promise<void> {
  const id = CheckId.safeParse(check);
  if (!id.success) throw new CommandError(`There is no check "${check}". Checks are: ${CheckId.options.join(', ')}.`);
  const { host, folder } = openPlace();
  const reader = readers[id.data][host.os];
  if (reader === 'unsupported') throw new CommandError(`There is no reader of ${id.data} for ${host.os} yet.`);
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const context = { now: new Date(), memory: {}, wanted: new Programs(folder, silent).wanted };
  const transcripts = await readProbes(reader, host);
  host.close();
  const expected = parseSafely(id.data, () => reader.parse(transcripts, context));
  const recording = {
    about: 'Say what is special here.',
    source: 'Say which machine.',
    transcripts,
    context,
    expected,
  };
  console.log(JSON.stringify(recording, null, 2));
}
