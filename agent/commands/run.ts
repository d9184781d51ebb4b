import type { Command } from 'commander';
import { CheckId } from '../../shared/checks/index.ts';
import { accessWord, sayAccess } from '../../shared/words/english.ts';
import { createAgent, type Snapshot } from '../core/agent.ts';
import { openFileLog } from '../core/file-log.ts';
import { claimFolder } from '../core/host/claim.ts';
import { CommandError, openPlace } from './place.ts';
import { describeReading } from './screen.ts';

export function addRun(program: Command): void {
  program
    .command('run')
    .description('keep this PC’s posture reported; prints one line per change until stopped')
    .action(run);
}

async function run(): Promise<void> {
  const { host, folder } = openPlace();
  const claim = await claimFolder(folder.path);
  if (!claim) throw new CommandError(`An agent is running already with ${folder.path}. One is enough.`);
  const log = openFileLog(folder.path);
  const agent = await createAgent({ host, folder, log });
  const shown = new Map<string, string>();
  agent.onChange((snapshot) => {
    for (const [what, text] of linesOf(snapshot)) {
      if (shown.get(what) !== text) console.log(`${snapshot.at}  ${what}: ${text}`);
      shown.set(what, text);
    }
  });
  const stopped = stopAsked();
  await agent.start();
  await stopped;
  await agent.close();
  host.close();
  log.close();
  claim.release();
  // An open channel to whoever started us would keep the process alive.
  if (process.connected) process.disconnect();
}

/** A console that started this agent over a channel takes it along when it ends, however it ends. */
function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
    if (process.channel) process.once('disconnect', resolve);
  });
}

function linesOf({ link, readings, programs }: Snapshot): [string, string][] {
  const linked =
    link.state === 'connected' ? `connected over ${link.over}` : `not connected: ${link.trouble ?? 'connecting'}`;
  return [
    ['link', linked],
    ...CheckId.options
      .filter((id) => readings[id])
      .map((id): [string, string] => [id, describeReading(id, readings[id])]),
    ...programs
      .filter(({ decision }) => decision)
      .map(({ id, decision }): [string, string] => [
        `access ${id}`,
        decision ? `${accessWord[decision.access]}. ${sayAccess(decision.access, decision.reasons)}` : '',
      ]),
  ];
}
