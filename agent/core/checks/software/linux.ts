import { catalogueVersion } from '../../../../shared/checks/catalogue.ts';
import type { FactOf } from '../../../../shared/checks/index.ts';
import type { RunningProcess, Transcript } from '../../host/probe.ts';
import { dpkgStatus } from '../os-patch/dpkg-status.ts';
import { parseInstalled } from '../os-patch/packages.ts';
import { type Parsed, type ReaderContext, reader } from '../reader.ts';
import { processMatcher, unique, type Wanted, wantedOf } from './match.ts';

type Fact = FactOf<'software'>;
type Match = Fact['found'][number];

/** Only what the policies ask for leaves this file; the list of everything that runs or is installed does not. */
export const softwareLinux = reader<Fact, 'running' | 'installed'>({
  probes: {
    running: { kind: 'processes', why: 'whether a program that the policy names is running' },
    installed: dpkgStatus,
  },
  parse: parseSoftware,
});

function parseSoftware(
  { running, installed }: Readonly<Record<'running' | 'installed', Transcript>>,
  context: ReaderContext,
): Parsed<Fact> {
  if (running.outcome !== 'ok') return { cannotTell: running.outcome, detail: running.detail };
  const processes = JSON.parse(running.text) as RunningProcess[];
  const wanted = wantedOf(context.wanted);
  const found = unique([...findRunning(processes, wanted), ...findInstalled(installed, wanted)]);
  // Process 1 belongs to somebody else: when it is missing, the system hides other people's programs.
  const isPartial = !processes.some(({ pid }) => pid === 1);
  if (isPartial && !found.some((match) => match.running)) {
    return { cannotTell: 'denied', detail: 'the system hides other people’s programs' };
  }
  return { fact: { catalogue: catalogueVersion, found: found.slice(0, 100) } };
}

function findRunning(processes: readonly RunningProcess[], wanted: readonly Wanted[]): Match[] {
  const match = processMatcher(wanted);
  return processes
    .map(match)
    .filter((hit) => hit !== undefined)
    .map((hit) => ({ ...hit, running: true }));
}

/** Without dpkg there are no packages to find, and running programs are still seen. */
function findInstalled(installed: Transcript, wanted: readonly Wanted[]): Match[] {
  if (installed.outcome !== 'ok') return [];
  const names = new Set(parseInstalled(installed.text).map(({ name }) => name));
  return wanted
    .filter(({ packages = [] }) => packages.some((name) => names.has(name)))
    .map(({ id }) => ({ id, running: false, by: 'package' as const }));
}
