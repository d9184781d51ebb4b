import type { AccessReason, Effect } from '../../../../shared/access/decide.ts';
import type { Params } from '../../../../shared/checks/define.ts';
import type {
  CaseCause,
  CaseView,
  RequestView,
  Standing,
  TriageSection,
} from '../../../../shared/protocol/case-views.ts';
import { type AccessEntry, isRevoked } from '../../access/board.ts';
import { digest } from '../../identity/secrets.ts';

/** A case that is open. Kept in memory; the store has all of it but what the decisions say anyway. */
export interface OpenCase {
  readonly id: string;
  readonly workstation: string;
  readonly cause: CaseCause;
  code: string;
  params: Params;
  standing: Standing;
  since: string;
  locksAt: string | undefined;
  /** Those that the cause keeps the person from; empty where it touches no access. */
  programs: string[];
  readonly openedAt: string;
  assignee: string | undefined;
  /** What the person asked for and nobody has answered, the oldest first. */
  requests: RequestView[];
}

/** Why somebody cannot work or will not be able to, over all programs of the workstation. */
export interface Trouble {
  readonly cause: CaseCause;
  readonly code: string;
  readonly params: Params;
  readonly standing: Standing;
  readonly since: string | undefined;
  readonly locksAt: string | undefined;
  readonly programs: string[];
}

const standingOf: Partial<Record<Effect, Standing>> = { lock: 'locked', drain: 'draining', deadline: 'warned' };
/** The most severe first. */
const severity: readonly Standing[] = ['locked', 'draining', 'warned', 'none'];

/** One trouble for each cause, as severe as its worst reason. A workstation that was revoked is nobody's work. */
export function troublesOf(entries: readonly AccessEntry[]): Map<CaseCause, Trouble> {
  const troubles = new Map<CaseCause, Trouble>();
  for (const { program, decision } of entries.filter((entry) => !isRevoked(entry))) {
    for (const reason of decision.reasons) {
      const standing = standingOf[reason.effect];
      if (!standing) continue;
      const known = troubles.get(reason.cause);
      const programs = [...new Set([...(known?.programs ?? []), program])];
      const isWorse = !known || severity.indexOf(standing) < severity.indexOf(known.standing);
      troubles.set(reason.cause, isWorse ? toTrouble(reason, standing, programs) : { ...known, programs });
    }
  }
  return troubles;
}

function toTrouble(reason: AccessReason, standing: Standing, programs: string[]): Trouble {
  const { cause, code, params, since, until } = reason;
  return { cause, code, params, standing, since, locksAt: standing === 'locked' ? undefined : until, programs };
}

/** Where a workstation stands in the triage: by the case that matters most. */
export interface Place {
  readonly section: TriageSection;
  readonly group: string;
  readonly lead: OpenCase;
}

/** Every open case, and the workstations by section and cause, kept up to date with each change. */
export class CaseBook {
  readonly #cases = new Map<string, OpenCase[]>();
  readonly #places = new Map<string, Place>();
  readonly #groups = new Map<TriageSection, Map<string, Set<string>>>(
    (['cannot-work', 'soon', 'asked'] as const).map((section) => [section, new Map()]),
  );

  of(workstation: string): readonly OpenCase[] {
    return this.#cases.get(workstation) ?? [];
  }

  workstations(): Iterable<string> {
    return this.#cases.keys();
  }

  add(opened: OpenCase): void {
    this.#cases.set(opened.workstation, [...this.of(opened.workstation), opened]);
  }

  remove({ workstation, id }: OpenCase): void {
    const left = this.of(workstation).filter((one) => one.id !== id);
    if (left.length > 0) this.#cases.set(workstation, left);
    else this.#cases.delete(workstation);
  }

  placeOf(workstation: string): Place | undefined {
    return this.#places.get(workstation);
  }

  /** Groups of a section: the workstations by cause. */
  groups(section: TriageSection): ReadonlyMap<string, ReadonlySet<string>> {
    return this.#groups.get(section) ?? new Map();
  }

  /** Finds the place of a workstation anew, after anything about its cases changed. */
  place(workstation: string): void {
    const cases = [...this.of(workstation)].sort(byWeight);
    const [lead] = cases;
    const before = this.#places.get(workstation);
    const next = lead && { section: sectionOf(lead), group: groupOf(lead, incidentOf(cases)), lead };
    if (before && (before.section !== next?.section || before.group !== next.group)) this.#leave(workstation, before);
    if (!next) {
      this.#places.delete(workstation);
      return;
    }
    this.#places.set(workstation, next);
    const groups = this.#groups.get(next.section);
    const group = groups?.get(next.group) ?? new Set();
    groups?.set(next.group, group.add(workstation));
  }

  #leave(workstation: string, { section, group }: Place): void {
    const members = this.#groups.get(section)?.get(group);
    members?.delete(workstation);
    if (members?.size === 0) this.#groups.get(section)?.delete(group);
  }
}

function byWeight(left: OpenCase, right: OpenCase): number {
  return (
    severity.indexOf(left.standing) - severity.indexOf(right.standing) ||
    Number(right.cause === 'incident') - Number(left.cause === 'incident') ||
    Number(right.requests.length > 0) - Number(left.requests.length > 0) ||
    Date.parse(left.since) - Date.parse(right.since)
  );
}

function sectionOf({ standing }: OpenCase): TriageSection {
  if (standing === 'none') return 'asked';
  return standing === 'locked' ? 'cannot-work' : 'soon';
}

/**
 * The same cause: the same code about the same things, however many days or pieces it counts. What people write stays
 * apart, and so does whoever reports something suspicious, whatever else keeps them from working.
 */
function groupOf(lead: OpenCase, incident: OpenCase | undefined): string {
  const { cause, code, params, id } = incident ?? lead;
  if (cause === 'help' || cause === 'incident') return `${cause}.${id}`;
  const named = Object.entries(params).filter(([, value]) => typeof value === 'string');
  return `${cause}.${code}.${digest(JSON.stringify(named.sort())).slice(0, 12)}`;
}

/** Whether a person opened it rather than something that keeps them from working. */
export function isWritten({ cause }: Pick<OpenCase, 'cause'>): boolean {
  return cause === 'help' || cause === 'incident';
}

export function incidentOf(cases: readonly OpenCase[]): OpenCase | undefined {
  return cases.find(({ cause }) => cause === 'incident');
}

/** What nobody has answered yet, what was reported first, then the oldest. */
export function requestsOf(cases: readonly OpenCase[]): RequestView[] {
  const isHarmless = ({ asks }: RequestView) => Number(asks !== 'incident');
  return cases
    .flatMap(({ requests }) => requests)
    .sort((left, right) => isHarmless(left) - isHarmless(right) || (left.at < right.at ? -1 : 1));
}

export function caseView({ programs: _programs, ...open }: OpenCase): CaseView {
  return open;
}
