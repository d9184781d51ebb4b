import { CheckId, type Readings } from '../../../../shared/checks/index.ts';
import type { Report } from '../../../../shared/protocol/report.ts';
import { secondsBetween } from '../../../../shared/time.ts';

/** A workstation's clock that is off by less, in seconds, is taken as right. */
const plausibleSkew = 5;

export interface Clock {
  /** Milliseconds by which the workstation's clock is ahead of ours. */
  readonly skew: number;
  readonly isPlausible: boolean;
}

/** How far the clock of the workstation is off, seen at the time the report arrived. */
export function readClock({ sentAt, observedAt }: Report, receivedAt: Date): Clock {
  const skew = Math.round(secondsBetween(receivedAt, sentAt ?? observedAt) * 1000);
  return { skew, isPlausible: Math.abs(skew) < plausibleSkew * 1000 };
}

/**
 * What is known after a report: the facts it brought, and those it calls unchanged, with the new time. All times are
 * turned into our own when the workstation's clock is off, and none lies in the future.
 * Undefined when a fact called unchanged is not known here.
 */
export function mergeReadings(known: Readings, report: Report, clock: Clock, now: Date): Readings | undefined {
  const shift = clock.isPlausible ? 0 : clock.skew;
  const latest = now.toISOString();
  const ourTime = (time: string) => {
    // The usual case, in the very form in which we write times.
    if (shift === 0 && time.length === latest.length && time <= latest) return time;
    return new Date(Math.min(Date.parse(time) - shift, now.getTime())).toISOString();
  };
  const merged: Readings = { ...known };
  for (const check of CheckId.options) {
    const brought = report.facts[check];
    const reading = brought ?? known[check];
    const readAt = brought?.readAt ?? report.same[check];
    if (readAt === undefined) continue;
    if (!reading) return undefined;
    const at = ourTime(readAt);
    Object.assign(merged, { [check]: at === reading.readAt ? reading : { ...reading, readAt: at } });
  }
  return merged;
}
