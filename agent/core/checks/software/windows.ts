import { catalogueVersion } from '../../../../shared/checks/catalogue.ts';
import type { FactOf } from '../../../../shared/checks/index.ts';
import type { Transcript } from '../../host/probe.ts';
import { parseProcesses, tasklist } from '../../windows/processes.ts';
import { parseRegistry } from '../../windows/registry.ts';
import { type Parsed, type ReaderContext, reader, unreadOf } from '../reader.ts';
import { processMatcher, type Wanted, wantedOf } from './match.ts';
import { isInstalledAs, isStorePackageOf } from './windows-names.ts';

type Fact = FactOf<'software'>;
type Match = Fact['found'][number];
type Name = 'running' | 'tasklist' | 'installed';

const uninstall = 'Microsoft\\Windows\\CurrentVersion\\Uninstall';
const packages =
  'HKCU\\Software\\Classes\\Local Settings\\Software\\Microsoft\\Windows\\CurrentVersion\\AppModel\\Repository\\Packages';

/** Only what the policies ask for leaves this file; the list of everything that runs or is installed does not. */
export const softwareWindows = reader<Fact, Name>({
  probes: {
    running: { kind: 'processes', why: 'whether a program that the policy names is running' },
    tasklist: tasklist('running', 'the same, only where Windows cannot be asked directly'),
    installed: {
      kind: 'registry',
      keys: [
        { key: `HKLM\\SOFTWARE\\${uninstall}\\*`, values: ['DisplayName'] },
        { key: `HKLM\\SOFTWARE\\WOW6432Node\\${uninstall}\\*`, values: ['DisplayName'] },
        { key: `HKCU\\Software\\${uninstall}\\*`, values: ['DisplayName'] },
        { key: `${packages}\\*`, values: [] },
      ],
      why: 'whether a program that the policy names is installed',
    },
  },
  parse: parseSoftware,
});

function parseSoftware(
  { running, tasklist: listed, installed }: Readonly<Record<Name, Transcript>>,
  context: ReaderContext,
): Parsed<Fact> {
  const source = running.outcome === 'ok' ? running : listed.outcome === 'ok' ? listed : running;
  const unread = unreadOf(source);
  if (unread) return unread;
  const processes = parseProcesses(source);
  if (processes === undefined) return { cannotTell: 'unparsable', detail: 'the list of running programs' };
  if (processes.length === 0) return { cannotTell: 'denied', detail: 'the list of running programs' };
  const wanted = wantedOf(context.wanted);
  const match = processMatcher(wanted);
  const hits = processes.map(match).filter((hit) => hit !== undefined);
  const found = [...hits.map((hit) => ({ ...hit, running: true })), ...findInstalled(installed, wanted)];
  return { fact: { catalogue: catalogueVersion, found: unique(found).slice(0, 100) } };
}

/** Where the lists cannot be read, running programs are still seen. */
function findInstalled(installed: Transcript, wanted: readonly Wanted[]): Match[] {
  const registry = parseRegistry(installed, packages);
  if ('cannotTell' in registry) return [];
  const shown = registry.keys.flatMap(({ key }) => registry.text(key, 'DisplayName') ?? []);
  const store = registry.keys.map(({ key }) => key).filter((key) => key.startsWith(`${packages}\\`));
  const storeNames = store.map((key) => key.slice(packages.length + 1));
  return wanted
    .filter(
      ({ id }) =>
        shown.some((name) => isInstalledAs(id, name)) || storeNames.some((name) => isStorePackageOf(id, name)),
    )
    .map(({ id }) => ({ id, running: false, by: 'package' as const }));
}

/** One entry per program and sort of evidence, in an order that does not change by itself. */
function unique(matches: readonly Match[]): Match[] {
  const byKey = new Map(matches.map((match) => [`${match.id} ${match.by}`, match]));
  return [...byKey.keys()].sort().flatMap((key) => byKey.get(key) ?? []);
}
