import { createHost, type Host } from '../core/host/host.ts';
import { findOs } from '../core/host/os.ts';
import { openStateFolder, type StateFolder } from '../core/host/state-folder.ts';
import { statePath } from '../core/host/state-place.ts';

/** A failure that the person can act on: printed as it is, without a stack. */
export class CommandError extends Error {
  override name = 'CommandError';
}

export interface Place {
  readonly host: Host;
  readonly folder: StateFolder;
}

/** The machine, and the agent's folder on it (SHIFTGATE_AGENT_HOME, or ~/.shiftgate-agent). */
export function openPlace(): Place {
  const os = findOs();
  if (os === undefined) throw new CommandError('Shiftgate runs on Windows, macOS and Linux.');
  const path = statePath(process.env);
  try {
    return { host: createHost(os, path), folder: openStateFolder(path) };
  } catch (cause) {
    throw new CommandError(
      `The agent cannot use its folder ${path}: ${(cause as Error).message}. Make it writable for you, or set SHIFTGATE_AGENT_HOME.`,
      { cause },
    );
  }
}
