import { z } from 'zod';
import type { FactOf } from '../../../../shared/checks/index.ts';
import type { Transcript } from '../../host/probe.ts';
import { type Answer, foundIn, isAnswer, mostTelling, plistOf, valueIn } from '../../macos/answers.ts';
import { overridesProbe, serviceOverrides } from '../../macos/launchd.ts';
import { managedPreferences, plistFile, program } from '../../macos/probes.ts';
import { type Parsed, reader } from '../reader.ts';

type Fact = FactOf<'time-sync'>;
type Name = 'timed' | 'managed' | 'switches' | 'setup' | 'offset';

/** Seconds: what a Mac that follows its time server is never off by. */
const inStep = 5;

export const timeSyncMacos = reader<Fact, Name>({
  probes: {
    timed: plistFile(
      '/private/var/db/timed/Library/Preferences/com.apple.timed.plist',
      'whether the clock sets itself, where everybody may read it',
    ),
    managed: managedPreferences('com.apple.timed', 'whether the company decides that the clock sets itself'),
    switches: overridesProbe('whether the service that sets the clock is switched off'),
    setup: program('/usr/sbin/systemsetup', ['-getusingnetworktime'], 'whether the clock sets itself'),
    offset: program(
      '/usr/bin/sntp',
      ['-t', '2', 'time.apple.com'],
      'how far the clock is off (asks Apple for the time)',
    ),
  },
  parse(transcripts): Parsed<Fact> {
    const automatic = automaticOf(transcripts);
    const offset = foundIn(transcripts.offset, 'sntp', /(?:^|\s)[+-](\d{1,12}\.\d{1,12}) \+\/- \d/m);
    if (!isAnswer(automatic) && !isAnswer(offset)) return mostTelling(automatic, offset);
    return {
      fact: {
        automatic: isAnswer(automatic) ? automatic.value : automatic,
        synchronised: isAnswer(offset) ? Number(offset.value[1]) <= inStep : offset,
      },
    };
  },
});

const Timed = z.looseObject({ TMAutomaticTimeOnlyEnabled: z.union([z.boolean(), z.literal([0, 1])]).optional() });

function automaticOf({ timed, managed, switches, setup }: Readonly<Record<Name, Transcript>>): Answer<boolean> {
  const forced = switchOf(managed, 'managed com.apple.timed');
  if (isAnswer(forced)) return forced;
  const overrides = serviceOverrides(switches);
  if (valueIn(overrides)?.get('com.apple.timed') === false) return { value: false };
  const own = switchOf(timed, 'com.apple.timed');
  if (isAnswer(own)) return own;
  const said = foundIn(setup, 'systemsetup', /^(?:setUsingNetworkTime|Network Time): (On|Off)\s*$/m);
  if (isAnswer(said)) return { value: said.value[1] === 'On' };
  // The setting is closed to everybody but administrators; that the service runs says nothing.
  const reasons = [own, said].filter(({ cannotTell }) => cannotTell === 'denied' || cannotTell === 'needs-admin');
  const isClosed =
    reasons.some(({ cannotTell }) => cannotTell === 'needs-admin') || (isAnswer(overrides) && reasons.length > 0);
  if (isClosed) return { cannotTell: 'needs-admin', detail: 'whether the clock sets itself' };
  return mostTelling(own, said, overrides);
}

function switchOf(transcript: Transcript, what: string): Answer<boolean> {
  const read = plistOf(transcript, what, Timed);
  if (!isAnswer(read)) return read;
  const value = read.value.TMAutomaticTimeOnlyEnabled;
  return value === undefined ? { cannotTell: 'absent', detail: what } : { value: Boolean(value) };
}
