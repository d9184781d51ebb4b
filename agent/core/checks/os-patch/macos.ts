import { z } from 'zod';
import type { FactOf } from '../../../../shared/checks/index.ts';
import type { Transcript } from '../../host/probe.ts';
import { type Answer, foundIn, isAnswer, mostTelling, plistOf, valueIn } from '../../macos/answers.ts';
import { managedPreferences, plistFile, program } from '../../macos/probes.ts';
import { type Parsed, type ReaderContext, reader } from '../reader.ts';
import { findMissing, offeredByList, offeredByPreferences, SoftwareUpdate } from './macos-updates.ts';

type Fact = FactOf<'os-patch'>;
type Name = 'system' | 'swVers' | 'running' | 'updates' | 'managed' | 'offered' | 'history';
type Transcripts = Readonly<Record<Name, Transcript>>;

const preferences = '/Library/Preferences/com.apple.SoftwareUpdate.plist';

/**
 * What macOS itself last learned about updates; asking Apple anew takes minutes. Nothing here is translated, nor does it
 * need an administrator.
 */
export const osPatchMacos = reader<Fact, Name>({
  probes: {
    system: {
      kind: 'file',
      paths: ['/System/Library/CoreServices/SystemVersion.plist'],
      why: 'name, version and build of the system',
    },
    swVers: program('/usr/bin/sw_vers', [], 'version and build of the system, with its rapid security response'),
    running: program(
      '/usr/sbin/sysctl',
      ['kern.osproductversion', 'kern.osversion', 'kern.osrelease'],
      'whether the running system is the installed one',
    ),
    updates: plistFile(preferences, 'which updates are offered, since when, and whether they install themselves'),
    managed: managedPreferences('com.apple.SoftwareUpdate', 'whether the company decides on automatic updates'),
    offered: program('/usr/sbin/softwareupdate', ['--list', '--no-scan'], 'which updates are offered', {
      inputs: [preferences],
      timeout: 20_000,
      withErrors: true,
    }),
    history: plistFile('/Library/Receipts/InstallHistory.plist', 'when an update was last installed'),
  },
  parse: parseOsPatch,
});

interface System {
  readonly name: string;
  readonly version: string;
  readonly build?: string | undefined;
}

const Version = z.string().regex(/^\d+(\.\d+){0,3}$/);
const SystemVersion = z.object({
  ProductName: z.string().default('macOS'),
  ProductVersion: Version,
  ProductBuildVersion: z.string().max(60).optional(),
});
const History = z.array(z.object({ date: z.string(), displayName: z.string().default('') }));
const Managed = z.record(z.string(), z.unknown());

function parseOsPatch(transcripts: Transcripts, context: ReaderContext): Parsed<Fact> {
  const swVers = systemBySwVers(transcripts.swVers);
  const plist = systemByPlist(transcripts.system);
  const running = foundIn(transcripts.running, 'sysctl', /^kern\.os(?:productversion|version|release): \S+$/m);
  const updates = plistOf(transcripts.updates, preferences, SoftwareUpdate);
  const listed = offeredByList(transcripts.offered);
  const history = plistOf(transcripts.history, 'InstallHistory.plist', History);
  const sources = [plist, swVers, running, updates, listed, history];
  if (!sources.some((source) => isAnswer<unknown>(source))) return mostTelling(...sources);
  const system = valueIn(swVers) ?? valueIn(plist);
  const version = system?.version ?? sysctlOf(transcripts.running, 'kern.osproductversion');
  const kernel = sysctlOf(transcripts.running, 'kern.osrelease');
  const build = system?.build ?? sysctlOf(transcripts.running, 'kern.osversion');
  const installed = { version, build };
  const offers = isAnswer(updates) ? offeredByPreferences(updates.value) : updates;
  const { security, memory } = findMissing([offers, listed], installed, context);
  return {
    fact: {
      product: 'macos',
      name: (system?.name ?? `macOS ${version ?? ''}`.trim()).slice(0, 120),
      version: version ?? 'unknown',
      ...(build && { build }),
      ...(kernel && { kernel }),
      security,
      listsAt: isAnswer(updates) ? latest(updates.value.checkedAt, 'when updates were last looked for') : updates,
      installedAt: installedAt(history, updates),
      reboot: rebootOf(plist, swVers, transcripts.running),
      automaticUpdates: automaticOf(updates, transcripts.managed, version),
    },
    memory,
  };
}

function systemByPlist(transcript: Transcript): Answer<System> {
  const read = plistOf(transcript, 'SystemVersion.plist', SystemVersion);
  if (!isAnswer(read)) return read;
  const { ProductName, ProductVersion, ProductBuildVersion } = read.value;
  return { value: { name: `${ProductName} ${ProductVersion}`, version: ProductVersion, build: ProductBuildVersion } };
}

/** `ProductName:\t\tmacOS`, with one tab or two; a rapid security response adds `ProductVersionExtra:\t\t(a)`. */
function systemBySwVers(transcript: Transcript): Answer<System> {
  const found = foundIn(transcript, 'sw_vers', /^ProductVersion:\s*(\d+(?:\.\d+){0,3})\s*$/m);
  if (!isAnswer(found) || transcript.outcome !== 'ok') return isAnswer(found) ? mostTelling() : found;
  const field = (name: string) => new RegExp(`^${name}:[ \\t]*(\\S.{0,40}?)\\s*$`, 'm').exec(transcript.text)?.[1];
  const version = found.value[1] ?? '';
  const name = [field('ProductName') ?? 'macOS', version, field('ProductVersionExtra')].filter(Boolean).join(' ');
  return { value: { name, version, build: field('BuildVersion') } };
}

function sysctlOf(transcript: Transcript, name: string): string | undefined {
  if (transcript.outcome !== 'ok') return undefined;
  return new RegExp(`^${name.replaceAll('.', '\\.')}: (\\S{1,60})$`, 'm').exec(transcript.text)?.[1];
}

/** macOS replaces itself in the course of the restart, so the two differ only in between. */
function rebootOf(plist: Answer<System>, swVers: Answer<System>, running: Transcript): Fact['reboot'] {
  const installed = valueIn(plist) ?? valueIn(swVers);
  if (!installed) return mostTelling(plist, swVers);
  const now = sysctlOf(running, 'kern.osproductversion');
  if (now !== undefined) return { pending: now !== installed.version };
  return mostTelling(foundIn(running, 'sysctl', /^kern\.osproductversion: \S+$/m));
}

const systemUpdate = /^(?:macOS|Mac OS X|OS X|Safari|Security Update|Rapid Security|Background Security)/i;

function installedAt(history: Answer<z.output<typeof History>>, updates: Answer<SoftwareUpdate>): Fact['installedAt'] {
  const rows = valueIn(history)?.filter(({ displayName }) => systemUpdate.test(displayName)) ?? [];
  const dates = [...rows.map(({ date }) => date), ...(valueIn(updates)?.installedAt ?? [])];
  if (dates.length === 0 && !isAnswer(history)) return history;
  return latest(dates, 'no update in InstallHistory.plist');
}

function latest(dates: readonly string[], otherwise: string): Fact['listsAt'] {
  const times = dates.map((date) => Date.parse(date)).filter((time) => !Number.isNaN(time));
  if (times.length === 0) return { cannotTell: 'absent', detail: otherwise };
  return new Date(Math.max(...times)).toISOString();
}

/** A key that is not there has its default, which is on. From macOS 15 on, the key for looking no longer follows its switch. */
function automaticOf(
  updates: Answer<SoftwareUpdate>,
  managed: Transcript,
  version: string | undefined,
): Fact['automaticUpdates'] {
  const forced = valueIn(plistOf(managed, 'managed com.apple.SoftwareUpdate.plist', Managed)) ?? {};
  if (!isAnswer(updates) && Object.keys(forced).length === 0) return updates;
  const own = valueIn(updates)?.switches ?? {};
  const isOn = (key: string) => ![false, 0].includes((forced[key] ?? own[key] ?? true) as boolean | number);
  const looks = Number.parseInt(version ?? '', 10) >= 15 || isOn('AutomaticCheckEnabled');
  return looks && isOn('AutomaticallyInstallMacOSUpdates') && isOn('CriticalUpdateInstall');
}
