import type { Access } from '../../../../shared/access/decide.ts';
import type { TriageFilter } from '../../../../shared/protocol/case-routes.ts';
import type {
  QueueImpact,
  TriageGroup,
  TriageRow,
  TriageSection,
  TriageView,
} from '../../../../shared/protocol/case-views.ts';
import { TriageSection as Sections } from '../../../../shared/protocol/case-views.ts';
import type { AccessReader } from '../../access/board.ts';
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
  const impact = impactsFor(asker, sources);
  const sections = Sections.options.map((section) => {
    let total = 0;
    const groups: { key: string; members: Candidate[] }[] = [];
    for (const [key, ids] of sources.book.groups(section)) {
      const { members, seen } = membersOf(ids, { filter, asker, sources, impact });
      total += seen;
      if (members.length > 0) groups.push({ key, members });
    }
    groups.sort((left, right) => compareGroups(left.members, right.members));
    const shown = groups.slice(0, most.groups);
    const matching = groups.reduce((sum, { members }) => sum + members.length, 0);
    const views = shown.map(({ key, members }) => groupView(key, members, asker, sources));
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
    impact,
    ...(nextShiftAt && { nextShiftAt }),
  };
}

/** The workstations of one group, the most urgent first. */
export function triageRows(
  query: TriageFilter & { section: TriageSection; group: string; limit: number; offset: number },
  asker: TriageAsker,
  sources: TriageSources,
): { rows: TriageRow[]; total: number } {
  const impact = impactsFor(asker, sources);
  const ids = sources.book.groups(query.section).get(query.group) ?? [];
  const { members } = membersOf(ids, { filter: query, asker, sources, impact });
  const page = members.slice(query.offset, query.offset + query.limit);
  return { rows: page.map((candidate) => rowView(candidate, sources)), total: members.length };
}

interface Search {
  readonly filter: TriageFilter;
  readonly asker: TriageAsker;
  readonly sources: TriageSources;
  readonly impact: readonly QueueImpact[];
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
  members.sort(compare);
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

function candidateOf(workstation: Workstation, { lead }: Place, { asker, sources, impact }: Search): Candidate {
  const now = asker.now.getTime();
  const shift = sources.rota.around(workstation.person, now);
  const wait = shift ? Math.max(shift.from - now, 0) : Infinity;
  const shares = impact
    .filter(({ program }) => workstation.programs.includes(program))
    .map(({ cannotWork, inShift, workstations }) => cannotWork / Math.max(inShift ?? workstations, 1));
  return { workstation, lead, shift, wait, impact: Math.max(0, ...shares) };
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
function compareGroups(left: readonly Candidate[], right: readonly Candidate[]): number {
  const [first] = left;
  const [other] = right;
  if (!first || !other) return 0;
  const missed = (members: readonly Candidate[]) => members.filter(({ wait }) => wait === 0).length;
  return (
    order(first.wait, other.wait) ||
    missed(right) - missed(left) ||
    right.length - left.length ||
    order(first.lead.since, other.lead.since)
  );
}

function order<Value extends number | string>(left: Value, right: Value): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function groupView(
  key: string,
  members: readonly Candidate[],
  { now }: TriageAsker,
  sources: TriageSources,
): TriageGroup {
  const leads = members.map(({ lead }) => lead);
  const [first] = leads;
  const locksAt = leads.flatMap((lead) => lead.locksAt ?? []).sort()[0];
  const next = members.flatMap(({ shift }) => (shift && shift.from > now.getTime() ? shift.from : []));
  return {
    key,
    cause: first?.cause ?? 'help',
    code: first?.code ?? 'help',
    params: first?.params ?? {},
    since: leads.map(({ since }) => since).sort()[0] ?? now.toISOString(),
    ...(locksAt && { locksAt }),
    workstations: members.length,
    inShift: members.filter(({ wait }) => wait === 0).length,
    ...(next.length > 0 && { nextShiftAt: new Date(Math.min(...next)).toISOString() }),
    assignees: [...new Set(leads.flatMap(({ assignee }) => assignee ?? []))].sort(),
    programs: [...new Set(members.flatMap(({ workstation }) => workstation.programs))].map((id) =>
      nameOf(id, sources.directory),
    ),
    rows: members.slice(0, most.rows).map((candidate) => rowView(candidate, sources)),
  };
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

function impactsFor({ operator, now }: TriageAsker, sources: TriageSources): QueueImpact[] {
  const cannotWork = new Map<string, number>();
  const all = new Map<string, number>();
  for (const { program, workstation, decision } of sources.board.all()) {
    all.set(program, (all.get(program) ?? 0) + 1);
    if (decision.access !== 'locked') continue;
    const person = sources.roster.find(workstation)?.person;
    const isMissed =
      !sources.rota.knows(program) ||
      sources.rota.spansOf(program, person, now.getTime(), now.getTime() + 1).length > 0;
    if (isMissed) cannotWork.set(program, (cannotWork.get(program) ?? 0) + 1);
  }
  return sources.directory
    .all()
    .filter(({ id }) => isInScope(operator, [id]))
    .map(({ id, name }) => ({
      ...{ program: id, name, cannotWork: cannotWork.get(id) ?? 0, workstations: all.get(id) ?? 0 },
      inShift: sources.rota.inShift(id, now.getTime()),
    }));
}

function countAccess({ operator }: TriageAsker, { board }: TriageSources): Record<Access, number> {
  const counts: Record<Access, number> = { ready: 0, warned: 0, draining: 0, locked: 0 };
  for (const { program, decision } of board.all()) {
    if (isInScope(operator, [program])) counts[decision.access] += 1;
  }
  return counts;
}
