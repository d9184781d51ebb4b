import type { AccessReason, Effect } from '../../../shared/access/decide.ts';
import type { Finding } from '../../../shared/access/evaluate.ts';
import { CannotTellReason, type Params } from '../../../shared/checks/define.ts';
import { CheckId } from '../../../shared/checks/index.ts';
import type { ProgramStatus } from '../../core/programs.ts';

/** One thing that is not as the programs want it, once for all programs that say the same. */
export interface Row {
  readonly key: string;
  /** A check, or a cause outside the checks. */
  readonly cause: string;
  readonly code: string;
  readonly params: Params;
  readonly kind: 'fail' | 'cannot-tell';
  /** What the console makes of it; absent until it has said so. */
  readonly effect?: Effect;
  /** When the effect locks, or when an excuse ends. */
  readonly until?: string;
  /** Names of the programs that ask for it. */
  readonly programs: readonly string[];
  /** This PC no longer sees it; the console has not said so yet. */
  readonly gone: boolean;
}

export interface Rows {
  /** They block calls now, after this call, or at a time. The most urgent first. */
  readonly toFix: readonly Row[];
  readonly advice: readonly Row[];
  readonly unknown: readonly Row[];
  readonly excused: readonly Row[];
  readonly fine: readonly CheckId[];
  readonly notNeeded: readonly Omit<Row, 'kind'>[];
}

type Kind = Row['kind'] | 'not-applicable';
type Draft = Omit<Row, 'kind'> & { readonly kind: Kind };

const severity: readonly (Effect | undefined)[] = ['lock', 'drain', 'deadline', undefined, 'suspended', 'advise'];
const blocking = new Set<Effect>(['lock', 'drain', 'deadline']);

/** Everything about the checks, in the order in which it matters. */
export function rowsOf(programs: readonly ProgramStatus[]): Rows {
  const drafts = merge(programs.flatMap(draftsOf));
  const open = drafts.filter((row): row is Row => row.kind !== 'not-applicable' && row.effect !== 'excused');
  const isUrgent = ({ effect }: Row) => effect !== undefined && blocking.has(effect);
  const quiet = open.filter((row) => !isUrgent(row));
  const troubled = new Set<string>(drafts.map(({ cause }) => cause));
  return {
    toFix: open.filter(isUrgent).sort(byUrgency),
    advice: quiet.filter(({ kind }) => kind === 'fail').sort(byUrgency),
    unknown: quiet.filter(({ kind }) => kind === 'cannot-tell'),
    excused: drafts.filter((row): row is Row => row.effect === 'excused'),
    fine: CheckId.options.filter((id) => !troubled.has(id) && programs.some((program) => passes(program, id))),
    notNeeded: drafts.filter(({ kind }) => kind === 'not-applicable'),
  };
}

function passes({ findings }: ProgramStatus, id: CheckId): boolean {
  return findings.some(({ check, outcome }) => check === id && outcome === 'pass');
}

function byUrgency(left: Row, right: Row): number {
  const rank = ({ effect, until, gone }: Row) => `${gone ? 1 : 0}${severity.indexOf(effect)} ${until ?? '~'}`;
  return rank(left) < rank(right) ? -1 : 1;
}

const kindOfCode = (code: string): Kind => (CannotTellReason.safeParse(code).success ? 'cannot-tell' : 'fail');

/** The console's reasons first; then what this PC has seen since, which the console has not judged yet. */
function draftsOf({ name, findings, decision }: ProgramStatus): Draft[] {
  const reasons = decision?.reasons ?? [];
  const seen = (reason: AccessReason, finding: Finding) =>
    finding.check === reason.cause && finding.code === reason.code && finding.outcome !== 'pass';
  const judged = reasons.map((reason): Draft => {
    const here = findings.find((finding) => seen(reason, finding));
    const isCheck = CheckId.safeParse(reason.cause).success;
    return {
      key: keyOf(reason.cause, reason.code),
      cause: reason.cause,
      code: reason.code,
      params: here?.params ?? reason.params,
      kind: isCheck ? kindOfCode(reason.code) : 'fail',
      effect: reason.effect,
      ...(reason.until && { until: reason.until }),
      programs: [name],
      gone: isCheck && !here,
    };
  });
  const fresh = findings
    .filter(({ outcome }) => outcome !== 'pass')
    .filter((finding) => finding.strategy !== 'observe' || finding.outcome === 'not-applicable')
    .filter((finding) => !reasons.some((reason) => seen(reason, finding)));
  return [
    ...judged,
    ...fresh.map(({ check, code, params, outcome }): Draft => {
      const kind = outcome === 'pass' ? 'fail' : outcome;
      return { key: keyOf(check, code), cause: check, code, params, kind, programs: [name], gone: false };
    }),
  ];
}

const keyOf = (cause: string, code: string) => `${cause}/${code}`;

/** One row for the same trouble of several programs: with the most urgent effect and the nearest time. */
function merge(drafts: readonly Draft[]): Draft[] {
  const rows = new Map<string, Draft>();
  for (const draft of drafts) {
    // Parts that a check cannot tell differ only in what could not be read.
    const key = `${draft.key} ${draft.params['what'] ?? ''}`;
    const before = rows.get(key);
    rows.set(key, before ? worse(before, { ...draft, key }) : { ...draft, key });
  }
  return [...rows.values()];
}

function worse(left: Draft, right: Draft): Draft {
  const programs = [...left.programs, ...right.programs.filter((name) => !left.programs.includes(name))];
  const rank = ({ effect, until }: Draft) =>
    `${effect === 'excused' ? severity.length : severity.indexOf(effect)} ${until ?? '~'}`;
  return { ...(rank(left) <= rank(right) ? left : right), programs };
}
