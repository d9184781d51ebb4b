import { z } from 'zod';
import type { FactOf } from '../../../../shared/checks/index.ts';
import type { Transcript } from '../../host/probe.ts';

type Product = FactOf<'antivirus'>['products'][number];

/** Settings are objects, `{"value": true, "isManaged": false}`, in newer versions. */
const Setting = z.union([z.boolean(), z.looseObject({ value: z.boolean() }).transform(({ value }) => value)]);

const Health = z.looseObject({
  licensed: z.boolean().optional(),
  realTimeProtectionEnabled: Setting,
  realTimeProtectionAvailable: z.boolean().optional(),
  passiveModeEnabled: Setting.optional(),
  definitionsStatus: z
    .union([z.string(), z.looseObject({ $type: z.string() }).transform(({ $type }) => $type)])
    .optional(),
  definitionsUpdated: z.number().optional(),
  definitionsUpdatedMinutesAgo: z.number().optional(),
  productExpiration: z.number().optional(),
});
type Health = z.output<typeof Health>;

const name = 'Microsoft Defender';

/**
 * `mdatp health --output json`, the same on Linux and macOS. `healthy` is no evidence: it is true in passive mode too.
 * Undefined where Defender is not installed.
 */
export function readDefender(mdatp: Transcript, isRunning: boolean | undefined, now: Date): Product | undefined {
  if (mdatp.outcome === 'absent') return isRunning ? unknown({ cannotTell: 'absent', detail: 'mdatp' }) : undefined;
  if (isRunning === false) return { name, state: 'off', signatures: { cannotTell: 'absent', detail: 'mdatp' } };
  if (mdatp.outcome !== 'ok') return unknown({ cannotTell: mdatp.outcome, detail: 'mdatp' });
  // A missing licence is lamented before the answer.
  const begin = mdatp.text.indexOf('{');
  if (mdatp.exitCode && begin < 0) return unknown({ cannotTell: 'failed', detail: 'mdatp' });
  const health = parse(mdatp.text.slice(Math.max(begin, 0)));
  if (!health) return unknown({ cannotTell: 'unparsable', detail: 'mdatp' });
  const at = renewedAt(health, now);
  return { name, state: stateOf(health, now), signatures: signaturesOf(health), ...(at && { signaturesAt: at }) };
}

function unknown(reason: Exclude<Product['state'], string>): Product {
  return { name, state: reason, signatures: reason };
}

function parse(text: string): Health | undefined {
  try {
    return Health.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function stateOf(health: Health, now: Date): Product['state'] {
  if (health.licensed === false) return 'expired';
  if (health.productExpiration !== undefined && health.productExpiration < now.getTime()) return 'expired';
  if (health.passiveModeEnabled === true) return 'passive';
  return health.realTimeProtectionEnabled && health.realTimeProtectionAvailable !== false ? 'on' : 'off';
}

function signaturesOf({ definitionsStatus }: Health): Product['signatures'] {
  // `up_to_date` in texts, `upToDate` in JSON.
  if (definitionsStatus?.replaceAll('_', '').toLowerCase() === 'uptodate') return 'current';
  return { cannotTell: 'absent', detail: `mdatp: ${definitionsStatus ?? 'no word'}`.slice(0, 200) };
}

/** Milliseconds since 1970, or minutes ago; either is nonsense where there never was a renewal. */
function renewedAt(
  { definitionsUpdated, definitionsUpdatedMinutesAgo: minutes }: Health,
  now: Date,
): string | undefined {
  const at = definitionsUpdated ?? (minutes === undefined ? undefined : now.getTime() - minutes * 60_000);
  const isDate = at !== undefined && at > Date.UTC(2015) && at <= now.getTime() + 86_400_000;
  return isDate ? new Date(at).toISOString() : undefined;
}
