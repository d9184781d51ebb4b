import type {
  QueueImpact,
  TriageGroup,
  TriageRow,
  TriageSection,
  TriageView,
} from '../../../../shared/protocol/case-views.ts';
import { TriageSection as Sections } from '../../../../shared/protocol/case-views.ts';
import type { TriageFilter } from '../../../../shared/protocol/triage-filter.ts';
import type { AccessReader } from '../../access/board.ts';
import { pageOf } from '../../http/page.ts';
import { isInScope, type Operator } from '../../http/who.ts';
import { Turn } from '../../rest.ts';
import type { People } from '../people/directory.ts';
import type { Directory } from '../programs/directory.ts';
import type { Rota } from '../shifts/rota.ts';
import type { Roster, Workstation } from '../workstations/roster.ts';
import { type CaseBook, caseView, incidentOf, isWritten, type Place, requestsOf } from './book.ts';
import { countAccess, impactsFor } from './impact.ts';
import { bookWithin } from './scope.ts';
import { type Candidate, compare, compareGroups, type Group, missing } from './urgency.ts';

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

/** Who cannot work now, who will not be able to soon, and who asked for help. Others work in between. */
export async function triage(filter: TriageFilter, asker: TriageAsker, sources: TriageSources): Promise<TriageView> {
  const search = await searchFor(filter, asker, sources);
  const { all } = search;
  const sections: TriageView['sections'] = [];
  for (const section of Sections.options) sections.push(await sectionView(section, search));
  const nextShiftAt = sections
    .flatMap(({ groups }) => groups.flatMap((group) => group.nextShiftAt ?? []))
    .sort()
    .at(0);
  return {
    at: asker.now.toISOString(),
    sections,
    ...countAsked(all),
    counts: countAccess(asker, sources),
    impact: search.impact,
    ...(nextShiftAt && { nextShiftAt }),
  };
}

async function sectionView(section: TriageSection, search: Search): Promise<TriageView['sections'][number]> {
  const groups: Group[] = [];
  for (const [key, ids] of [...search.book.groups(section)]) {
    const members = await membersOf(ids, search);
    const [first] = pageOf(members, compare, { offset: 0, limit: 1 });
    if (first) groups.push({ key, members, first, inShift: members.filter(({ isInShift }) => isInShift).length });
  }
  groups.sort(compareGroups);
  const total = [...search.all.groups(section).values()].reduce((sum, { size }) => sum + size, 0);
  const shown = groups.slice(0, most.groups);
  const matching = groups.reduce((sum, { members }) => sum + members.length, 0);
  const views: TriageGroup[] = [];
  for (const group of shown) {
    views.push(await groupView(group, search));
  }
  return { section, total, matching, groups: views, left: groups.length - shown.length };
}

/** The workstations of one group, the most urgent first. */
export async function triageRows(
  query: TriageFilter & { section: TriageSection; group: string; limit: number; offset: number },
  asker: TriageAsker,
  sources: TriageSources,
): Promise<{ rows: TriageRow[]; total: number }> {
  const search = await searchFor(query, asker, sources);
  const members = await membersOf(search.book.groups(query.section).get(query.group) ?? [], search);
  const page = pageOf(members, compare, query);
  return { rows: page.map((candidate) => rowView(candidate, search)), total: members.length };
}

/** Ids of the workstations of a group that fit. */
export async function triageMembers(
  { section, group, ...filter }: TriageFilter & { section: TriageSection; group: string },
  asker: TriageAsker,
  sources: TriageSources,
): Promise<string[]> {
  const search = await searchFor(filter, asker, sources);
  const members = await membersOf(search.book.groups(section).get(group) ?? [], search);
  return members.map(({ workstation }) => workstation.id);
}

interface Search {
  readonly filter: TriageFilter;
  readonly asker: TriageAsker;
  readonly sources: TriageSources;
  /** The cases that the operator may see, and those of them that concern the program asked for. */
  readonly all: CaseBook;
  readonly book: CaseBook;
  readonly impact: QueueImpact[];
  /** By program: the share of its people in shift that it misses. */
  readonly shares: ReadonlyMap<string, number>;
  readonly turn: Turn;
}

async function searchFor(filter: TriageFilter, asker: TriageAsker, sources: TriageSources): Promise<Search> {
  const turn = new Turn();
  const impact = await impactsFor(asker, sources, turn);
  const shareOf = ({ cannotWork, inShift, workstations }: QueueImpact) =>
    cannotWork / Math.max(inShift ?? workstations, 1);
  const shares = new Map(impact.map((one) => [one.program, shareOf(one)]));
  const all = await bookWithin(asker.operator.programs, sources, turn);
  const asked = filter.program === undefined ? undefined : [filter.program];
  const book = await bookWithin(asked, { ...sources, book: all }, turn);
  return { filter, asker, sources, all, book, impact, shares, turn };
}

async function membersOf(ids: Iterable<string>, search: Search): Promise<Candidate[]> {
  const members: Candidate[] = [];
  // The group may change meanwhile.
  for (const id of [...ids]) {
    if (search.turn.isOver) await search.turn.next();
    const workstation = search.sources.roster.find(id);
    const place = search.book.placeOf(id);
    if (workstation && place && fits(workstation, place, search)) {
      members.push(candidateOf(workstation, place, search));
    }
  }
  return members;
}

function fits(workstation: Workstation, { lead }: Place, { filter, asker, sources }: Search): boolean {
  const { peopleGroup, search, assignee, language } = filter;
  if (peopleGroup && !sources.people.isIn(workstation.person, peopleGroup)) return false;
  if (assignee && !isAssigned(lead.assignee, assignee, asker.operator.name)) return false;
  if (language && sources.people.named(workstation.person)?.language !== language) return false;
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

function candidateOf(workstation: Workstation, { lead }: Place, search: Search): Candidate {
  const { asker, sources, shares, book } = search;
  const touched = lead.programs.length > 0 ? lead.programs : workstation.programs;
  return {
    ...{ workstation, lead, hasIncident: incidentOf(book.of(workstation.id)) !== undefined },
    ...missing(workstation.person, lead, sources.rota, asker.now.getTime()),
    impact: Math.max(0, ...touched.map((program) => shares.get(program) ?? 0)),
  };
}

/** Programs that the cases of a workstation keep its person from; where they touch none, all that the operator sees. */
function programsOf({ workstation, lead }: Candidate, { book, asker }: Search): string[] {
  const touched = [lead, ...book.of(workstation.id)].flatMap(({ programs }) => programs);
  if (touched.length > 0) return [...new Set(touched)];
  return workstation.programs.filter((program) => isInScope(asker.operator, [program]));
}

async function groupView({ key, members, first, inShift }: Group, search: Search): Promise<TriageGroup> {
  const { asker, sources, turn } = search;
  const now = asker.now.getTime();
  const programs = new Set<string>();
  for (const candidate of members) {
    if (turn.isOver) await turn.next();
    for (const program of programsOf(candidate, search)) programs.add(program);
  }
  const leads = members.map(({ lead }) => lead);
  const { cause, code, params } = first.lead;
  const locksAt = earliest(leads.map((lead) => lead.locksAt));
  const next = members.reduce(
    (time, { shift }) => (shift && shift.from > now ? Math.min(time, shift.from) : time),
    Infinity,
  );
  return {
    ...{ key, cause, code, params },
    since: earliest(leads.map(({ since }) => since)) ?? first.lead.since,
    ...(locksAt && { locksAt }),
    workstations: members.length,
    inShift,
    ...(next !== Infinity && { nextShiftAt: new Date(next).toISOString() }),
    assignees: [...new Set(leads.flatMap(({ assignee }) => assignee ?? []))].sort(),
    programs: [...programs].map((id) => nameOf(id, sources.directory)),
    rows: pageOf(members, compare, { offset: 0, limit: most.rows }).map((candidate) => rowView(candidate, search)),
  };
}

function earliest(times: readonly (string | undefined)[]): string | undefined {
  return times.reduce(
    (first, time) => (time !== undefined && (first === undefined || time < first) ? time : first),
    undefined,
  );
}

function rowView(candidate: Candidate, search: Search): TriageRow {
  const { workstation, lead, shift } = candidate;
  const { sources, book } = search;
  const { id, hostName, person, contact } = workstation;
  const cases = book.of(id);
  const incident = incidentOf(cases)?.id;
  const known = sources.people.named(person);
  return {
    workstation: id,
    hostName,
    person,
    language: known?.language,
    timeZone: known?.timeZone,
    programs: programsOf(candidate, search).map((program) => ({
      id: program,
      name: nameOf(program, sources.directory),
    })),
    lastContactAt: contact.at,
    connected: sources.isConnected(id),
    ...(shift && { shift: { from: new Date(shift.from).toISOString(), to: new Date(shift.to).toISOString() } }),
    case: caseView(lead),
    requests: requestsOf(cases),
    ...(incident && { incident }),
    more: cases.filter((one) => one !== lead && !isWritten(one)).length,
  };
}

function nameOf(program: string, directory: Directory): string {
  return directory.find(program)?.name ?? program;
}

/** Workstations of which somebody waits for an answer, and those with an open incident. */
function countAsked(book: CaseBook): Pick<TriageView, 'waiting' | 'incidents'> {
  let [waiting, incidents] = [0, 0];
  for (const workstation of book.workstations()) {
    const cases = book.of(workstation);
    if (cases.some(({ requests }) => requests.length > 0)) waiting += 1;
    if (incidentOf(cases)) incidents += 1;
  }
  return { waiting, incidents };
}
