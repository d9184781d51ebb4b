import type { FactOf } from '../../../../shared/checks/index.ts';
import type { Transcript } from '../../host/probe.ts';

type Product = FactOf<'antivirus'>['products'][number];

const name = 'ClamAV';
/** ClamAV itself warns of signatures that are older. */
const oldAfter = 7 * 86_400_000;

/**
 * clamd scans what it is given; only clamonacc stops what is opened. A scanner that somebody starts now and then is no
 * protection, and is not told. `runs` and `starts`: by name of program, and of service.
 */
export function readClamav(
  runs: (program: string) => boolean,
  starts: (unit: string) => boolean,
  signatures: Transcript,
  now: Date,
): Product | undefined {
  const isDaemonMeant =
    starts('clamav-daemon') || starts('clamd') || starts('clamd@scan') || starts('clamav-clamonacc');
  if (!runs('clamd') && !runs('clamonacc') && !isDaemonMeant) return undefined;
  const state = runs('clamd') ? (runs('clamonacc') ? 'on' : 'passive') : 'off';
  return { name, state, ...ageOf(signatures, now) };
}

function ageOf(folder: Transcript, now: Date): Pick<Product, 'signatures' | 'signaturesAt'> {
  if (folder.outcome !== 'ok') return { signatures: { cannotTell: folder.outcome, detail: '/var/lib/clamav' } };
  const times = [...folder.text.matchAll(/^(\S+)\tdaily\.(?:cvd|cld|cud)$/gm)].map(([, time = '']) => Date.parse(time));
  const renewed = Math.max(...times.filter((time) => time <= now.getTime() + 86_400_000));
  if (!Number.isFinite(renewed)) return { signatures: { cannotTell: 'absent', detail: 'no daily signatures' } };
  const signatures = now.getTime() - renewed > oldAfter ? 'old' : 'current';
  return { signatures, signaturesAt: new Date(renewed).toISOString() };
}
