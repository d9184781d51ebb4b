import { catalogueVersion } from '../../../../shared/checks/catalogue.ts';
import type { FactOf } from '../../../../shared/checks/index.ts';
import type { Transcript } from '../../host/probe.ts';
import type { RunningPath } from '../../host/ps-table.ts';
import { isAnswer, mostTelling, textOf, valueIn } from '../../macos/answers.ts';
import { program } from '../../macos/probes.ts';
import { baseName, processList, runningPaths } from '../../macos/process-list.ts';
import { type Parsed, type ReaderContext, reader } from '../reader.ts';
import { bundles } from './bundles.ts';
import { processMatcher, unique, type Wanted, wantedOf } from './match.ts';

type Fact = FactOf<'software'>;
type Match = Fact['found'][number];
type Name = 'running' | 'applications' | 'installed';
type Transcripts = Readonly<Record<Name, Transcript>>;

const folders = ['/Applications', '/Applications/Utilities'];

/**
 * Only what the policies ask for leaves this file; the list of everything that runs or is installed does not. Receipts of
 * installer packages are not read: they stay after the program is gone.
 */
export const softwareMacos = reader<Fact, Name>({
  probes: {
    running: processList('whether a program that the policy names is running'),
    applications: program('/usr/bin/lsappinfo', ['list'], 'whether an application that the policy names runs renamed'),
    installed: program(
      '/usr/bin/find',
      [
        '/Applications',
        '-maxdepth',
        '4',
        '-path',
        '*.app/Contents/Info.plist',
        '-print',
        '-exec',
        '/usr/bin/plutil',
        '-extract',
        'CFBundleIdentifier',
        'raw',
        '-o',
        '-',
        '{}',
        ';',
      ],
      'whether an application that the policy names is installed',
      { inputs: folders, timeout: 30_000 },
    ),
  },
  parse: parseSoftware,
});

function parseSoftware(transcripts: Transcripts, context: ReaderContext): Parsed<Fact> {
  const wanted = wantedOf(context.wanted);
  const running = runningPaths(transcripts.running);
  const applications = textOf(transcripts.applications, 'lsappinfo');
  const installed = installedBundles(transcripts.installed);
  const processes = valueIn(running) ?? [];
  const here = bundleMatcher(wanted);
  const found = unique([
    ...byName(processes, wanted),
    ...byBundle(processes, installed, here),
    ...matches(bundlesOfApplications(valueIn(applications) ?? ''), here, true),
    ...matches([...installed.values()], here, false),
  ]);
  const isRunning = found.some((match) => match.running);
  if (!isAnswer(running) && !isRunning) return mostTelling(running);
  // Process 1 is launchd: when it is missing, the list was cut or other people’s programs are hidden.
  if (!isRunning && !processes.some(({ pid }) => pid === 1)) {
    return { cannotTell: 'denied', detail: 'the system hides other people’s programs' };
  }
  return { fact: { catalogue: catalogueVersion, found: found.slice(0, 100) } };
}

function byName(processes: readonly RunningPath[], wanted: readonly Wanted[]): Match[] {
  const match = processMatcher(wanted);
  return processes.flatMap(({ pid, path }) => {
    const hit = match({ pid, comm: '', exe: baseName(path) });
    return hit === undefined ? [] : [{ ...hit, running: true }];
  });
}

/** A program inside an application belongs to it, whatever either is called now. Helpers are named like bundles. */
function byBundle(
  processes: readonly RunningPath[],
  installed: ReadonlyMap<string, string>,
  here: (bundle: string) => string | undefined,
): Match[] {
  const ids = processes.flatMap(({ path }) => {
    const owners = applicationsAround(path).flatMap((folder) => installed.get(folder) ?? []);
    return [...owners, baseName(path)];
  });
  return matches(ids, here, true);
}

/** `/Applications/A.app/Contents/Helpers/B.app/Contents/MacOS/b` lies in A and in B. */
function applicationsAround(path: string): string[] {
  const found: string[] = [];
  for (let end = path.indexOf('.app/'); end >= 0 && found.length < 8; end = path.indexOf('.app/', end + 1)) {
    found.push(path.slice(0, end + 4));
  }
  return found;
}

/** A path and, on the line after it, the bundle id; `plutil` says in words that there is none. */
function installedBundles(transcript: Transcript): ReadonlyMap<string, string> {
  const lines = transcript.outcome === 'ok' ? transcript.text.split('\n') : [];
  const suffix = '/Contents/Info.plist';
  const pairs = lines.flatMap((line, index): [string, string][] => {
    const id = lines[index + 1] ?? '';
    return line.endsWith(suffix) && /^[\w.-]{2,200}$/.test(id) ? [[line.slice(0, -suffix.length), id]] : [];
  });
  return new Map(pairs);
}

/** `    bundleID="com.philandro.anydesk"` */
function bundlesOfApplications(text: string): string[] {
  return [...text.matchAll(/^ *bundleID="([\w.-]{2,200})"/gm)].map((match) => match[1] ?? '');
}

/** Says whose bundle, helper or package an id is. Ids of parts begin with that of the whole. */
function bundleMatcher(wanted: readonly Wanted[]): (bundle: string) => string | undefined {
  const starts = wanted.flatMap(({ id }) => (bundles[id] ?? []).map((start) => [start.toLowerCase(), id] as const));
  return (bundle) => {
    const lower = bundle.toLowerCase();
    return starts.find(
      ([start]) => lower === start || lower.startsWith(/[._-]$/.test(start) ? start : `${start}.`),
    )?.[1];
  };
}

function matches(ids: readonly string[], here: (bundle: string) => string | undefined, running: boolean): Match[] {
  return ids.flatMap((bundle) => {
    const id = here(bundle);
    return id === undefined ? [] : [{ id, running, by: 'bundle-id' as const }];
  });
}
