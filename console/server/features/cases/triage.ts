import { type Access, Access as Accesses } from '../../../../shared/access/decide.ts';
import type { TriageFilter } from '../../../../shared/protocol/case-routes.ts';
import type {
  QueueImpact,
  TriageGroup,
  TriageRow,
  TriageSection,
  TriageView,
} from '../../../../shared/protocol/case-views.ts';
import { TriageSection as Sections } from '../../../../shared/protocol/case-views.ts';
import type { AccessEntry, AccessReader } from '../../access/board.ts';
import { pageOf } from '../../http/page.ts';
import { isInScope, type Operator } from '../../http/who.ts';
import type { People } from '../people/directory.ts';
import type { Directory } from '../programs/directory.ts';
import type { Rota, Span } from '../shifts/rota.ts';
import type { Roster, Workstation } from '../workstations/roster.ts';
import { type CaseBook, caseView, type OpenCase, type Place } from './book.ts';

/** Groups of one section, and rows of one group, in one answer. */
const most = { groups: 60, rows: 6 };

export interface TriageSources {
  readonly book: CaseBook;
  readonly board: AccessReader;
  readonly roster: Roster;
  readonly directory: Directory;
  readonly people: People;
  readonly rota: Rota;
  isConnected(workstation: string): boolean;
}

export interface TriageAsker {
  readonly operator: Operator;
  readonly now: Date;
}

/** A workstation that fits, with what its order depends on. */
interface Candidate {
  readonly workstation: Workstation;
  readonly lead: OpenCase;
  readonly shift: Span | undefined;
  /** Milliseconds until it is missed: 0 in a shift, infinity where no shift is known. */
  readonly wait: number;
  /** Share of the people in shift whom its program misses already. */
  readonly impact: number;
}

/** Who cannot work now, who will not be able to soon, and who asked for help. */
export function triage(filter: TriageFilter, asker: TriageAsker, sources: TriageSources): TriageView {
  const search = searchFor(filter, asker, sources);
  const sections = Sections.options.map((section) => {
    let total = 0;
    const groups: Group[] = [];
    for (const [key, ids] of sources.book.groups(section)) {
      const { members, seen } = membersOf(ids, search);
      total += seen;
      const [first] = pageOf(members, compare, { offset: 0, limit: 1 });
      if (first) groups.push({ key, members, first, missed: members.filter(({ wait }) => wait === 0).length });
    }
    groups.sort(compareGroups);
    const shown = groups.slice(0, most.groups);
    const matching = groups.reduce((sum, { members }) => sum + members.length, 0);
    const views = shown.map((group) => groupView(group, search));
    return { section, total, matching, groups: views, left: groups.length - shown.length };
  });
  const nextShiftAt = sections
    .flatMap(({ groups }) => groups.flatMap((group) => group.nextShiftAt ?? []))
    .sort()
    .at(0);
  return {
    at: asker.now.toISOString(),
    sections,
    counts: countAccess(asker, sources),
    impact: search.impact,
    ...(nextShiftAt && { nextShiftAt }),
  };
}

/** The workstations of one group, the most urgent first. */
export function triageRows(
  query: TriageFilter & { section: TriageSection; group: string; limit: number; offset: number },
  asker: TriageAsker,
  sources: TriageSources,
): { rows: TriageRow[]; total: number } {
  const ids = sources.book.groups(query.section).get(query.group) ?? [];
  const { members } = membersOf(ids, searchFor(query, asker, sources));
  const page = pageOf(members, compare, query);
  return { rows: page.map((candidate) => rowView(candidate, sources)), total: members.length };
}

interface Search {
  readonly filter: TriageFilter;
  readonly asker: TriageAsker;
  readonly sources: TriageSources;
  readonly impact: QueueImpact[];
  /** By program: the share of its people in shift that it misses. */
  readonly shares: ReadonlyMap<string, number>;
}

function searchFor(filter: TriageFilter, asker: TriageAsker, sources: TriageSources): Search {
  const impact = impactsFor(asker, sources);
  const shareOf = ({ cannotWork, inShift, workstations }: QueueImpact) =>
    cannotWork / Math.max(inShift ?? workstations, 1);
  const shares = new Map(impact.map((one) => [one.program, shareOf(one)]));
  return { filter, asker, sources, impact, shares };
}

/** Workstations with the same cause, in no order. */
interface Group {
  readonly key: string;
  readonly members: Candidate[];
  /** The most urgent of them. */
  readonly first: Candidate;
  /** How many of them are missed already. */
  readonly missed: number;
}

function membersOf(ids: Iterable<string>, search: Search): { members: Candidate[]; seen: number } {
  const { asker, sources } = search;
  const members: Candidate[] = [];
  let seen = 0;
  for (const id of ids) {
    const workstation = sources.roster.find(id);
    const place = sources.book.placeOf(id);
    if (!workstation || !place || !isInScope(asker.operator, workstation.programs)) continue;
    seen += 1;
    if (fits(workstation, place, search)) members.push(candidateOf(workstation, place, search));
  }
  return { members, seen };
}

function fits(workstation: Workstation, { lead }: Place, { filter, asker, sources }: Search): boolean {
  const { program, search, assignee, language } = filter;
  if (program && !workstation.programs.includes(program)) return false;
  if (assignee && !isAssigned(lead.assignee, assignee, asker.operator.name)) return false;
  if (language && (sources.people.named(workstation.person)?.language ?? 'en') !== language) return false;
  if (!search) return true;
  const wanted = search.toLowerCase();
  return [workstation.person, workstation.hostName, workstation.id].some((text) =>
    text?.toLowerCase().includes(wanted),
  );
}

function isAssigned(assignee: string | undefined, wanted: string, me: string): boolean {
  if (wanted === 'nobody') return assignee === undefined;
  return assignee === (wanted === 'me' ? me : wanted);
}

function candidateOf(workstation: Workstation, { lead }: Place, { asker, sources, shares }: Search): Candidate {
  const now = asker.now.getTime();
  const shift = sources.rota.around(workstation.person, now);
  const wait = shift ? Math.max(shift.from - now, 0) : Infinity;
  const impact = Math.max(0, ...workstation.programs.map((program) => shares.get(program) ?? 0));
  return { workstation, lead, shift, wait, impact };
}

/** Whoever is missed first; of those, where the queue suffers most; then who waits longest. */
function compare(left: Candidate, right: Candidate): number {
  return (
    order(left.wait, right.wait) ||
    order(right.impact, left.impact) ||
    order(left.lead.since, right.lead.since) ||
    order(left.workstation.id, right.workstation.id)
  );
}

/** By the most urgent of them; a larger group goes first where that is the same. */
function compareGroups(left: Group, right: Group): number {
  return (
    order(left.first.wait, right.first.wait) ||
    right.missed - left.missed ||
    right.members.length - left.members.length ||
    order(left.first.lead.since, right.first.lead.since)
  );
}

function order<Value extends number | string>(left: Value, right: Value): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function groupView({ key, members, first, missed }: Group, { asker, sources }: Search): TriageGroup {
  const now = asker.now.getTime();
  const leads = members.map(({ lead }) => lead);
  const { cause, code, params } = first.lead;
  const locksAt = earliest(leads.map((lead) => lead.locksAt));
  const next = members.reduce(
    (time, { shift }) => (shift && shift.from > now ? Math.min(time, shift.from) : time),
    Infinity,
  );
  const programs = new Set(members.flatMap(({ workstation }) => workstation.programs));
  return {
    ...{ key, cause, code, params },
    since: earliest(leads.map(({ since }) => since)) ?? first.lead.since,
    ...(locksAt && { locksAt }),
    workstations: members.length,
    inShift: missed,
    ...(next !== Infinity && { nextShiftAt: new Date(next).toISOString() }),
    assignees: [...new Set(leads.flatMap(({ assignee }) => assignee ?? []))].sort(),
    programs: [...programs].map((id) => nameOf(id, sources.directory)),
    rows: pageOf(members, compare, { offset: 0, limit: most.rows }).map((candidate) => rowView(candidate, sources)),
  };
}

function earliest(times: readonly (string | undefined)[]): string | undefined {
  return times.reduce(
    (first, time) => (time !== undefined && (first === undefined || time < first) ? time : first),
    undefined,
  );
}

function rowView({ workstation, lead, shift }: Candidate, sources: TriageSources): TriageRow {
  const { id, hostName, person, programs, contact } = workstation;
  const known = sources.people.named(person);
  return {
    workstation: id,
    hostName,
    person,
    language: known?.language,
    timeZone: known?.timeZone,
    programs: programs.map((program) => ({ id: program, name: nameOf(program, sources.directory) })),
    lastContactAt: contact.at,
    connected: sources.isConnected(id),
    ...(shift && { shift: { from: new Date(shift.from).toISOString(), to: new Date(shift.to).toISOString() } }),
    case: caseView(lead),
    more: sources.book.of(id).length - 1,
  };
}

function nameOf(program: string, directory: Directory): string {
  return directory.find(program)?.name ?? program;
}

function impactsFor({ operator, now }: TriageAsker, { board, roster, rota, directory }: TriageSources): QueueImpact[] {
  const at = now.getTime();
  return directory
    .all()
    .filter(({ id }) => isInScope(operator, [id]))
    .map(({ id, name }) => {
      const isMissed = ({ workstation }: AccessEntry) =>
        rota.spansOf(id, roster.find(workstation)?.person, at, at + 1).length > 0;
      const locked = board.lockedIn(id);
      const { ready, warned, draining } = board.counts(id);
      return {
        ...{ program: id, name, workstations: ready + warned + draining + locked.size, inShift: rota.inShift(id, at) },
        cannotWork: rota.knows(id) ? [...locked].filter(isMissed).length : locked.size,
      };
    });
}

function countAccess({ operator }: TriageAsker, { board, directory }: TriageSources): Record<Access, number> {
  const counts: Record<Access, number> = { ready: 0, warned: 0, draining: 0, locked: 0 };
  for (const { id } of directory.all()) {
    if (!isInScope(operator, [id])) continue;
    const own = board.counts(id);
    for (const access of Accesses.options) counts[access] += own[access];
  }
  return counts;
}
