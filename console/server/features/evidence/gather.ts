import { evaluate, type Finding } from '../../../../shared/access/evaluate.ts';
import { type CheckId, CheckId as CheckIds } from '../../../../shared/checks/index.ts';
import type { Overview } from '../../../../shared/protocol/oversight-views.ts';
import { Turn } from '../../rest.ts';
import type { Db } from '../../store/engine.ts';
import { verifyAudit } from '../audit/store.ts';
import { readLatencies } from '../overview/latencies.ts';
import { type Program, policyFor } from '../programs/directory.ts';
import { isRevoked, observationOf, type Workstation } from '../workstations/roster.ts';
import { type LocksOnRecord, locksIn } from './locks.ts';

export interface Period {
  readonly from: string;
  readonly to: string;
}

/** What is on record about one program in one period. Figures only: what they mean is for others to say. */
export interface Evidence extends Period {
  readonly program: { readonly id: string; readonly name: string };
  readonly madeAt: string;
  readonly workstations: number;
  readonly versions: readonly { version: number; at: string; author: string; state: string; note: string }[];
  /** Checks of the policy in force, what a failure of each does, and what each finds on the workstations now. */
  readonly checks: readonly {
    check: CheckId;
    strategy: string;
    locks: number;
    now: Readonly<Record<Finding['outcome'], number>>;
  }[];
  /** Share of workstations by access, in percent, on average over the samples. */
  readonly samples: number;
  readonly share: { readonly ready: number; readonly warned: number; readonly locked: number; readonly silent: number };
  readonly locks: LocksOnRecord;
  readonly deeds: Readonly<Record<'locksByHand' | 'excuses' | 'breakerTrips' | 'policyChanges', number>>;
  readonly reports: number;
  readonly latency: Overview['latency'];
  readonly audit: { readonly ok: boolean; readonly entries: number; readonly head: string };
}

export interface GatherDeps {
  readonly db: Db;
  readonly workstations: readonly Workstation[];
  now(): Date;
}

const nothing = { pass: 0, fail: 0, 'cannot-tell': 0, 'not-applicable': 0 } as const;

export async function gather(
  { db, workstations, now }: GatherDeps,
  program: Program,
  period: Period,
): Promise<Evidence> {
  const { id, name, published } = program;
  const ids = workstations.map((workstation) => workstation.id);
  const locks = await locksIn(db, new Map(workstations.map((one) => [one.id, one])), { program: id, ...period });
  const current = workstations.filter((one) => !isRevoked(one));
  const found = await findingsNow(current, program, now());
  const samples = await db
    .selectFrom('access_samples')
    .selectAll()
    .where('program', '=', id)
    .where('at', '>=', period.from)
    .where('at', '<', period.to)
    .execute();
  const { ok, entries, head } = await verifyAudit(db);
  return {
    ...period,
    program: { id, name },
    madeAt: now().toISOString(),
    workstations: current.length,
    versions: await versionsIn(db, id, period),
    checks: CheckIds.options.flatMap((check) => {
      const rule = published.policy.checks[check];
      if (!rule) return [];
      return [
        { check, strategy: rule.strategy, locks: locks.byCause.get(check) ?? 0, now: found.get(check) ?? nothing },
      ];
    }),
    samples: samples.length,
    share: shareOf(samples),
    locks,
    deeds: await deedsIn(db, id, ids, period),
    reports: await reportsIn(db, ids, period),
    latency: await readLatencies(db, [id], period.from, period.to),
    audit: { ok, entries, head },
  };
}

async function versionsIn(db: Db, program: string, { from, to }: Period): Promise<Evidence['versions']> {
  const rows = await db
    .selectFrom('policies')
    .selectAll()
    .where('program', '=', program)
    .where('at', '<', to)
    .orderBy('version')
    .execute();
  const firstInside = rows.findIndex(({ at }) => at >= from);
  // The one that was in force when the period began belongs to it.
  const start = firstInside === -1 ? rows.length - 1 : Math.max(firstInside - 1, 0);
  return rows.slice(start).map(({ version, at, author, state, note }) => ({ version, at, author, state, note }));
}

/** How many workstations each check of the policy passes, fails or cannot judge now. */
async function findingsNow(workstations: readonly Workstation[], program: Program, now: Date) {
  const counts = new Map<CheckId, Record<Finding['outcome'], number>>();
  const turn = new Turn();
  for (const workstation of workstations) {
    if (turn.isOver) await turn.next();
    const { policy } = policyFor(program, workstation.id);
    for (const [check, outcome] of worstOutcomes(evaluate(observationOf(workstation), policy, now))) {
      const known = counts.get(check) ?? nothing;
      counts.set(check, { ...known, [outcome]: known[outcome] + 1 });
    }
  }
  return counts;
}

const worstFirst: readonly Finding['outcome'][] = ['fail', 'cannot-tell', 'pass', 'not-applicable'];

/** One outcome for each check: the worst of its findings. */
function worstOutcomes(findings: readonly Finding[]): Map<CheckId, Finding['outcome']> {
  const worst = new Map<CheckId, Finding['outcome']>();
  for (const { check, outcome } of findings) {
    const known = worst.get(check);
    if (!known || worstFirst.indexOf(outcome) < worstFirst.indexOf(known)) worst.set(check, outcome);
  }
  return worst;
}

type Counts = Readonly<Record<'ready' | 'warned' | 'draining' | 'locked' | 'silent', number>>;

function shareOf(samples: readonly Counts[]): Evidence['share'] {
  const sum = { ready: 0, warned: 0, locked: 0, silent: 0 };
  let all = 0;
  for (const { ready, warned, draining, locked, silent } of samples) {
    sum.ready += ready;
    sum.warned += warned + draining;
    sum.locked += locked - silent;
    sum.silent += silent;
    all += ready + warned + draining + locked;
  }
  const percent = (part: number) => (all === 0 ? 0 : Math.round((part / all) * 1_000) / 10);
  return {
    ...{ ready: percent(sum.ready), warned: percent(sum.warned) },
    ...{ locked: percent(sum.locked), silent: percent(sum.silent) },
  };
}

async function deedsIn(db: Db, program: string, workstations: readonly string[], { from, to }: Period) {
  const rows = await db
    .selectFrom('audit')
    .select(['action', 'target'])
    .where('at', '>=', from)
    .where('at', '<', to)
    .where('action', 'in', ['lock', 'excuse', 'breaker-tripped', 'policy-published', 'policy-staged'])
    .execute();
  const own = new Set([`program:${program}`, ...workstations.map((id) => `workstation:${id}`)]);
  const count = (...actions: string[]) =>
    rows.filter(({ action, target }) => actions.includes(action) && own.has(target)).length;
  return {
    ...{ locksByHand: count('lock'), excuses: count('excuse'), breakerTrips: count('breaker-tripped') },
    policyChanges: count('policy-published', 'policy-staged'),
  };
}

/** Recorded reports; those of more than a fortnight ago are no longer kept. */
async function reportsIn(db: Db, workstations: readonly string[], { from, to }: Period): Promise<number> {
  const own = new Set(workstations);
  const rows = await db
    .selectFrom('reports')
    .select(['workstation', (is) => is.fn.countAll<number | bigint>().as('count')])
    .where('received_at', '>=', from)
    .where('received_at', '<', to)
    .groupBy('workstation')
    .execute();
  return rows.reduce((sum, { workstation, count }) => sum + (own.has(workstation) ? Number(count) : 0), 0);
}
