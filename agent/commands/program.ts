import { Command } from 'commander';
import { agentVersion } from '../core/version.ts';
import { addCheck } from './check.ts';
import { addEnrol } from './enrol.ts';
import { addOpen } from './open.ts';
import { addParse } from './parse.ts';
import { addRecord } from './record.ts';
import { addRun } from './run.ts';
import { addSources } from './sources.ts';

const help = `
The agent keeps its files in SHIFTGATE_AGENT_HOME, or ~/.shiftgate-agent.
Exit codes: 0 done, 1 it could not be done and the message says why, 2 the command was written wrongly.`;

/** Mistakes and refusals say what to do; anything else is a fault of ours and shows where it happened. */
const plain = new Set([
  'CommandError',
  'InvitationError',
  'NotEnrolled',
  'ConsoleRefusal',
  'ConsoleUnreachable',
  'Error',
]);

/** Runs the command that was written. Resolves to the exit code. */
export async function runCommandLine(): Promise<number> {
  const program = new Command('shiftgate-agent')
    .description("Reads this PC's posture, reports it to the Shiftgate console and opens the CRM.")
    .version(agentVersion)
    .addHelpText('after', help)
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
  for (const add of [addRun, addCheck, addSources, addParse, addRecord, addEnrol, addOpen]) add(program);
  try {
    await program.parseAsync();
    return 0;
  } catch (error) {
    const isPlain = error instanceof Error && plain.has(error.name);
    console.error(isPlain ? error.message : error);
    return 1;
  }
}
