import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the agent keeps its files: SHIFTGATE_AGENT_HOME, or a folder in the person's home. */
export function statePath(env: Readonly<Record<string, string | undefined>>): string {
  return env['SHIFTGATE_AGENT_HOME'] || join(homedir(), '.shiftgate-agent');
}
