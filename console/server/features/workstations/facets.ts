import { isUnknown } from '../../../../shared/checks/define.ts';
import { endOfLife } from '../../../../shared/checks/end-of-life.ts';
import { WifiSecurity } from '../../../../shared/checks/wifi-security.ts';
import type { ContactState, Facet } from '../../../../shared/protocol/workstation-list.ts';
import type { AccessEntry } from '../../access/board.ts';
import { isOutOfContact, type Workstation } from './roster.ts';
import { worst } from './views.ts';

/** Milliseconds. */
const day = 86_400_000;

/** What a facet may look at, beside the workstation and its decisions. */
export interface FacetSources {
  isConnected(workstation: string): boolean;
  /** Ids of the groups that a person is in, as far as the operator sees them. */
  groupsOf(person: string | undefined): readonly string[];
  readonly now: Date;
}

type FacetReader = (
  workstation: Workstation,
  entries: readonly AccessEntry[],
  sources: FacetSources,
) => readonly string[];

/** What one workstation counts under, for each way of dividing the fleet. */
export const facetReaders: Readonly<Record<Facet, FacetReader>> = {
  access: (_workstation, entries) => [worst(entries)],
  cause: (_workstation, entries) => causesOf(entries),
  held: (_workstation, entries) => heldIn(entries),
  system: ({ system }) => [system],
  agent: ({ agentVersion }) => [agentVersion],
  'end-of-life': (workstation, _entries, { now }) => [endOf(workstation, now)],
  wifi: (workstation) => [wifiOf(workstation)],
  vpn: (workstation) => [vpnOf(workstation)],
  enrolment: ({ enrolment }) => [enrolment],
  contact: (workstation, _entries, { isConnected }) => [contactOf(workstation, isConnected(workstation.id))],
  peopleGroup: ({ person }, _entries, { groupsOf }) => groupsOf(person),
};

/** What locks, warns or drains it, as `check/code`. */
function causesOf(entries: readonly AccessEntry[]): string[] {
  const acting = entries.flatMap(({ decision }) =>
    decision.reasons.filter(({ effect }) => effect === 'lock' || effect === 'drain' || effect === 'deadline'),
  );
  return [...new Set(acting.map(({ cause, code }) => `${cause}/${code}`))];
}

/** Checks that it fails and whose locks the breaker holds back. */
function heldIn(entries: readonly AccessEntry[]): string[] {
  const held = entries.flatMap(({ decision }) => decision.reasons.filter(({ effect }) => effect === 'suspended'));
  return [...new Set(held.map(({ cause }) => cause))];
}

/** When the vendor stops mending the system: `ended`, `30`, `90` or `365` days from now, `later` or `unknown`. */
function endOf({ readings }: Workstation, now: Date): string {
  const reading = readings['os-patch'];
  if (!reading || !('fact' in reading)) return 'unknown';
  const support = endOfLife(reading.fact.product, reading.fact.version);
  const last = support?.longTerm ?? support?.standard;
  if (last === undefined) return 'unknown';
  const left = (endOfDay(last) - now.getTime()) / day;
  if (left < 0) return 'ended';
  return [30, 90, 365].find((days) => left <= days)?.toString() ?? 'later';
}

/** Few days are asked for, and by every workstation. */
const ends = new Map<string, number>();

/** Milliseconds since 1970. */
function endOfDay(date: string): number {
  const known = ends.get(date) ?? Date.parse(`${date}T23:59:59.999Z`);
  ends.set(date, known);
  return known;
}

/** The weakest link that it uses: a protection, `wired`, `cellular`, `none` or `unknown`. */
function wifiOf({ readings }: Workstation): string {
  const reading = readings['wifi-security'];
  if (!reading || !('fact' in reading)) return 'unknown';
  const { links } = reading.fact;
  const wireless = links.filter(({ kind }) => kind === 'wifi');
  if (wireless.length === 0) return links[0]?.kind ?? 'none';
  const ranks = wireless.map(({ security }) =>
    security === undefined || isUnknown(security) ? -1 : WifiSecurity.options.indexOf(security),
  );
  const lowest = Math.min(...ranks);
  return WifiSecurity.options[lowest] ?? 'unknown';
}

/** How much of its traffic goes through a tunnel: `none`, `split`, `full` or `unknown`. */
function vpnOf({ readings }: Workstation): string {
  const reading = readings.vpn;
  if (!reading || !('fact' in reading)) return 'unknown';
  const { ipv4 } = reading.fact;
  return isUnknown(ipv4) ? 'unknown' : ipv4;
}

function contactOf(workstation: Workstation, isConnected: boolean): ContactState {
  if (isConnected) return 'connected';
  if (workstation.contact.at === undefined) return 'never';
  return isOutOfContact(workstation) ? 'lost' : 'quiet';
}
