import { z } from 'zod';
import type { FactOf } from '../../../../shared/checks/index.ts';
import type { Transcript } from '../../host/probe.ts';
import { type Answer, isAnswer, jsonOf } from '../../macos/answers.ts';

type Product = FactOf<'antivirus'>['products'][number];

/** A setting is an object that also says who decides on it; in older versions it was the value alone. */
const Setting = z.union([z.boolean(), z.object({ value: z.boolean() }).transform(({ value }) => value)]);
const Health = z.object({
  licensed: z.boolean().optional(),
  realTimeProtectionEnabled: Setting,
  passiveModeEnabled: Setting.optional(),
  definitionsStatus: z.union([z.string(), z.object({ $type: z.string() }).transform(({ $type }) => $type)]).optional(),
  definitionsUpdatedMinutesAgo: z.number().nonnegative().max(10_000_000).optional(),
});

/** `healthy` is not looked at: it stays true while real-time protection is off. */
export function defenderOf(transcript: Transcript, now: Date): Answer<Product[]> {
  const read = jsonOf(transcript, 'mdatp health', Health);
  if (!isAnswer(read)) return read;
  const { definitionsStatus: status, definitionsUpdatedMinutesAgo: minutes } = read.value;
  const signatures: Product['signatures'] =
    status === 'upToDate'
      ? 'current'
      : status === 'outOfDate'
        ? 'old'
        : { cannotTell: 'absent', detail: `mdatp: ${status ?? 'no word on definitions'}`.slice(0, 200) };
  const signaturesAt = minutes === undefined ? undefined : new Date(now.getTime() - minutes * 60_000).toISOString();
  return {
    value: [
      { name: 'Microsoft Defender', state: stateOf(read.value), signatures, ...(signaturesAt && { signaturesAt }) },
    ],
  };
}

function stateOf({
  licensed,
  realTimeProtectionEnabled,
  passiveModeEnabled,
}: z.output<typeof Health>): Product['state'] {
  if (licensed === false) return 'expired';
  if (passiveModeEnabled === true) return 'passive';
  return realTimeProtectionEnabled ? 'on' : 'off';
}
