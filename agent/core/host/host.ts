import { existsSync, type FSWatcher, watch } from 'node:fs';
import type { Os } from '../../../shared/checks/define.ts';
import { readInterfaces } from './network-interfaces.ts';
import { openOwn } from './own.ts';
import { readPlugged } from './plugged.ts';
import type { CommandProbe, FilesProbe, Probe, Transcript } from './probe.ts';
import { openProcessTable, type ProcessTable } from './process-table.ts';
import { openPsTable } from './ps-table.ts';
import { findFiles, readFileProbe, readFilesProbe, readFolderProbe, stampOf } from './read-files.ts';
import { type Command, type Following, followCommand, runCommand } from './run-command.ts';
import { openWindowsProcessTable } from './windows/processes.ts';
import { readWindowsProbe } from './windows/read.ts';

/** The machine, as far as the agent ever touches it. */
export interface Host {
  readonly os: Os;
  read(probe: Probe): Promise<Transcript>;
  /** Starts a program that runs on; undefined when it is not there. */
  follow(
    command: Pick<Command, 'paths' | 'args'>,
    onOutput: (text: string) => void,
    onEnd: () => void,
  ): Following | undefined;
  /** Calls back with the name of what changed in a folder; undefined when the folder cannot be watched. */
  watchFolder(path: string, onChange: (name: string) => void): { close(): void } | undefined;
  readonly processes: ProcessTable;
  /** Ends a program of this person: `ask` lets it tidy up, `force` does not. False when the system refuses. */
  endProcess(pid: number, how: 'ask' | 'force'): boolean;
  close(): void;
}

const processTables: Readonly<Record<Os, () => ProcessTable>> = {
  linux: openProcessTable,
  macos: openPsTable,
  windows: openWindowsProcessTable,
};

/** `state` is the agent's own folder, where its key and what it notes of itself are. */
export function createHost(os: Os, state?: string): Host {
  const answers = new WeakMap<Probe, { stamp: string; transcript: Transcript }>();
  const shared = new WeakMap<Probe, { at: number; transcript: Promise<Transcript> }>();
  const processes = processTables[os]();
  const own = openOwn({ state });

  /** Reads again only when one of the inputs has changed. */
  async function remember(probe: Probe, inputs: readonly string[], read: () => Promise<Transcript>) {
    const stamp = await stampOf(inputs);
    const known = answers.get(probe);
    if (known?.stamp === stamp) return known.transcript;
    const transcript = await read();
    if (transcript.outcome === 'ok') answers.set(probe, { stamp, transcript });
    return transcript;
  }

  async function runProbe(probe: CommandProbe): Promise<Transcript> {
    const { needs } = probe;
    if (needs !== undefined && !existsSync(needs)) return { outcome: 'absent', detail: needs };
    const run = () => runCommand({ timeout: 5000, ...probe });
    return probe.inputs ? remember(probe, probe.inputs, run) : run();
  }

  /** One answer for all readers that ask within its time, those included that ask while it is still being found. */
  function share(probe: CommandProbe, milliseconds: number): Promise<Transcript> {
    const known = shared.get(probe);
    if (known && performance.now() - known.at < milliseconds) return known.transcript;
    const transcript = runProbe(probe);
    shared.set(probe, { at: performance.now(), transcript });
    return transcript;
  }

  let listed: Transcript | undefined;
  /** Readers that ask in the same moment, as at a scan, are told the same list. */
  function listProcesses(): Transcript {
    if (listed) return listed;
    listed = readProcesses(processes);
    setImmediate(() => {
      listed = undefined;
    });
    return listed;
  }

  function read(probe: Probe): Promise<Transcript> {
    switch (probe.kind) {
      case 'command':
        return probe.sharedFor === undefined ? runProbe(probe) : share(probe, probe.sharedFor);
      case 'file':
        return probe.keep && !probe.paths.some(isKernels)
          ? remember(probe, probe.paths, () => readFileProbe(probe))
          : readFileProbe(probe);
      case 'files':
        return inputsOf(probe).then((inputs) => remember(probe, inputs, () => readFilesProbe(probe)));
      case 'folder':
        return readFolderProbe(probe);
      case 'processes':
        return Promise.resolve(listProcesses());
      case 'interfaces':
        return Promise.resolve(readInterfaces());
      case 'plugged':
        return Promise.resolve(readPlugged());
      case 'own':
        return own.read();
      case 'registry':
      case 'windows':
        return Promise.resolve(readWindowsProbe(probe));
    }
  }

  const end = os === 'windows' ? endWindowsProcess : endProcess;
  return { os, read, follow: followCommand, watchFolder, processes, endProcess: end, close: () => processes.close() };
}

/** Windows has no signals: its own tool asks the program's windows to close. */
function endWindowsProcess(pid: number, how: 'ask' | 'force'): boolean {
  if (how === 'force') return endProcess(pid, how);
  const paths = ['%System32%\\taskkill.exe'];
  void runCommand({ paths, args: ['/PID', String(pid)], timeout: 3000 });
  return true;
}

function endProcess(pid: number, how: 'ask' | 'force'): boolean {
  try {
    return process.kill(pid, how === 'ask' ? 'SIGTERM' : 'SIGKILL');
  } catch {
    // Gone already, or somebody else's.
    return false;
  }
}

/** The kernel writes these while they are read: neither their size nor their time tells of a change. */
const isKernels = (path: string) => /^\/(proc|sys)\//.test(path);

/** The folder tells of files that come and go, each file of what is appended to it. */
async function inputsOf(probe: FilesProbe): Promise<string[]> {
  const files = await findFiles(probe).catch(() => []);
  return [probe.folder, ...files];
}

function readProcesses(table: ProcessTable): Transcript {
  const pids = table.pids();
  if (pids.length === 0) return { outcome: 'denied', detail: 'the list of running programs' };
  const running = pids.map((pid) => table.find(pid)).filter((process) => process !== undefined);
  return { outcome: 'ok', text: JSON.stringify(running) };
}

function watchFolder(path: string, onChange: (name: string) => void): { close(): void } | undefined {
  let watcher: FSWatcher;
  try {
    watcher = watch(path, { persistent: false }, (_event, name) => onChange(name ?? ''));
  } catch {
    return undefined;
  }
  watcher.on('error', () => watcher.close());
  return watcher;
}
