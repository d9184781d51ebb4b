import { z } from 'zod';
import type { FactOf } from '../../../../shared/checks/index.ts';
import { compareVersions } from '../../../../shared/checks/versions.ts';
import type { Transcript } from '../../host/probe.ts';
import { type Answer, isAnswer, mostTelling, textOf } from '../../macos/answers.ts';
import type { Memory, ReaderContext } from '../reader.ts';

/** An update as macOS offers it. `key` names its build: `MSU_UPDATE_24F74_patch_15.5_minor`. */
interface Offer {
  readonly title: string;
  readonly version: string;
  readonly key?: string | undefined;
  readonly since?: string | undefined;
}

interface Installed {
  readonly version: string | undefined;
  readonly build: string | undefined;
}

const Dates = z.record(z.string(), z.string().catch('')).catch({});
const date = z.string().optional().catch(undefined);

/** What is read from `com.apple.SoftwareUpdate.plist`. */
export const SoftwareUpdate = z
  .looseObject({
    RecommendedUpdates: z
      .array(
        z.object({
          'Display Name': z.string().default(''),
          'Display Version': z.string().default(''),
          'Product Key': z.string().optional(),
        }),
      )
      .optional(),
    LastRecommendedUpdatesAvailable: z.number().optional(),
    FirstOfferDateDictionary: Dates.optional(),
    InstallDateDictionary: Dates.optional(),
    LastFullSuccessfulDate: date,
    LastSuccessfulDate: date,
    LastBackgroundSuccessfulDate: date,
    LastSuccessfulBackgroundMSUScanDate: date,
  })
  .transform((plist) => ({
    recommended: plist.RecommendedUpdates,
    count: plist.LastRecommendedUpdatesAvailable,
    offeredAt: plist.FirstOfferDateDictionary ?? {},
    installedAt: Object.values(plist.InstallDateDictionary ?? {}),
    checkedAt: [
      plist.LastFullSuccessfulDate,
      plist.LastSuccessfulDate,
      plist.LastBackgroundSuccessfulDate,
      plist.LastSuccessfulBackgroundMSUScanDate,
    ].filter((value) => value !== undefined),
    switches: plist as Record<string, unknown>,
  }));
export type SoftwareUpdate = z.output<typeof SoftwareUpdate>;

/** An empty list is an answer; no list at all is one only beside a count of none. */
export function offeredByPreferences({ recommended, count, offeredAt }: SoftwareUpdate): Answer<Offer[]> {
  if (recommended === undefined && count !== 0) {
    return { cannotTell: 'absent', detail: 'macOS has not looked for updates yet' };
  }
  const offers = (recommended ?? []).map((row): Offer => {
    const key = row['Product Key'];
    const since = key === undefined ? undefined : offeredAt[key];
    return { title: row['Display Name'], version: row['Display Version'], key, since };
  });
  return { value: offers };
}

/**
 * `softwareupdate --list`. Since 10.15 `* Label: …` and a line with `Title: …, Version: …`; before, `* name` and a line
 * with `title (version), 67309K [recommended]`. The words are English on every Mac.
 */
export function offeredByList(transcript: Transcript): Answer<Offer[]> {
  const text = textOf(transcript, 'softwareupdate');
  if (!isAnswer(text)) return text;
  if (!/^Software Update found the following/m.test(text.value)) {
    if (/^No new software available/m.test(text.value)) return { value: [] };
    return { cannotTell: 'unparsable', detail: 'softwareupdate' };
  }
  const lines = text.value.split('\n');
  const offers = lines.flatMap((line, index) => offerOf(line, lines[index + 1] ?? ''));
  return offers.length > 0 ? { value: offers } : { cannotTell: 'unparsable', detail: 'softwareupdate' };
}

function offerOf(line: string, next: string): Offer[] {
  const label = /^\s{0,8}\* (?:Label: )?(\S.{0,200})$/.exec(line)?.[1];
  if (label === undefined) return [];
  const [, title, version] =
    /^\s+Title: ([^,]{1,200}), Version: ([^,]{0,60}),/.exec(next) ??
    /^\s+(\S[^(]{0,200}) \(([^)]{0,60})\),/.exec(next) ??
    [];
  return [{ title: title ?? label.replace(/-\w+$/, ''), version: version ?? '' }];
}

/** Memory holds, for each security update that is offered, when it was first seen to be missing. */
export function findMissing(
  sources: readonly Answer<Offer[]>[],
  installed: Installed,
  { now, memory }: ReaderContext,
): { security: FactOf<'os-patch'>['security']; memory: Memory } {
  const said = sources.filter((source) => isAnswer(source));
  if (said.length === 0) return { security: mostTelling(...sources), memory };
  const missing = said
    .flatMap(({ value }) => value)
    .filter((offer) => isSecurity(offer) && isMissing(offer, installed))
    // Of the system the version tells what is stale in a list; of the rest, only that another list has dropped it.
    .filter(
      (offer) => isOfSystem(offer) || said.every(({ value }) => value.some(({ title }) => title === offer.title)),
    );
  const seen: Record<string, string> = {};
  for (const { title, since } of missing) {
    seen[title] ??= earliest(memory[title] ?? now.toISOString(), since);
  }
  const names = Object.keys(seen).sort((left, right) => (seen[left] ?? '').localeCompare(seen[right] ?? ''));
  const since = names[0] === undefined ? undefined : seen[names[0]];
  const shown = names.slice(0, 5).map((name) => name.slice(0, 80));
  return { security: { missing: names.length, ...(since && { since }), names: shown }, memory: seen };
}

function earliest(known: string, offeredAt: string | undefined): string {
  const offered = Date.parse(offeredAt ?? '');
  if (Number.isNaN(offered)) return known;
  const iso = new Date(offered).toISOString();
  return iso < known ? iso : known;
}

/** Developer tools, printer drivers and previews of what is to come are in the same list. */
function isSecurity({ title, key = '' }: Offer): boolean {
  if (/\bbeta\b/i.test(title)) return false;
  return (
    key.startsWith('MSU_UPDATE_') ||
    /^(?:macOS|Mac OS X|Safari|Security|Rapid Security|Background Security|XProtect|Gatekeeper|MRT)/i.test(title)
  );
}

function isOfSystem({ title, key = '' }: Offer): boolean {
  return key.startsWith('MSU_UPDATE_') || /^(?:macOS|Mac OS X)/i.test(title);
}

/** The list may still name what was installed since, and it mixes in the next major version, which is no repair. */
function isMissing(offer: Offer, installed: Installed): boolean {
  const { version, key = '' } = offer;
  if (!isOfSystem(offer) || !/^\d+(\.\d+)*/.test(version)) return true;
  if (installed.version === undefined) return !key.endsWith('_major');
  if (majorOf(version) !== majorOf(installed.version)) return false;
  const difference = compareVersions(version, installed.version);
  const isResponse = key.endsWith('_rsr') && !key.includes(`_${installed.build}_`);
  return difference > 0 || (difference === 0 && isResponse);
}

function majorOf(version: string): string {
  const [major = '', minor = ''] = version.split('.');
  return major === '10' ? `${major}.${minor}` : major;
}
