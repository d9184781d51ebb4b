import type { Decision } from '../../../../shared/access/decide.ts';
import type { FindingView } from '../../../../shared/protocol/views.ts';
import type { NewRow } from '../../store/schema.ts';
import type { AuditDraft } from '../audit/chain.ts';
import type { Trip } from '../breaker/breaker.ts';
import type { RolloutStop } from '../policies/rollout-guard.ts';
import type { Excuse } from '../workstations/roster.ts';
import { hasSameValues, isOtherCause, type Judged } from './judge.ts';
import type { JournalEntry } from './store.ts';

export interface EndedExcuse {
  readonly workstation: string;
  readonly excuse: Excuse;
}

/** Decisions as they go into the store, together with what caused them; undefined when nothing is new. */
export function recordOf(
  judged: readonly Judged[],
  ended: readonly EndedExcuse[],
  cause: JournalEntry,
  now: Date,
): JournalEntry | undefined {
  const at = now.toISOString();
  const access = judged.filter(isNewRow).map(accessRow);
  const transitions = judged.filter(isTransition);
  const noticed = judged.filter((one) => !isTransition(one)).flatMap((one) => noticedRows(one, at));
  const history = [
    ...(cause.history ?? []),
    ...ended.map((one) => endedRow(one, at)),
    ...transitions.map((one) => historyRow(one, now)),
    ...noticed,
  ];
  if (!cause.report && access.length === 0 && history.length === 0) return undefined;
  const changed = transitions.filter(({ before, after }) => before?.access !== after.access);
  return {
    ...cause,
    access,
    history,
    audit: [...(cause.audit ?? []), ...changed.map((one) => auditDraft(one, at))],
    endedExcuses: ended.map(({ excuse }) => ({ id: excuse.id, at })),
  };
}

/** Checks that the breaker suspended. */
export function tripRecord(trips: readonly Trip[]): JournalEntry {
  return {
    suspensions: trips.map(({ program, check, since, locked }) => ({ program, check_id: check, since, locked })),
    audit: trips.map(({ program, check, since, locked }) => ({
      at: since,
      actor: 'shiftgate',
      action: 'breaker-tripped',
      target: `program:${program}`,
      detail: { check, locked },
    })),
  };
}

/** Versions of policies that the guard stopped. */
export function stopRecord(stops: readonly RolloutStop[]): JournalEntry {
  return {
    stopped: stops,
    audit: stops.map(({ program, version, at, locked, workstations }) => ({
      at,
      actor: 'shiftgate',
      action: 'rollout-stopped',
      target: `program:${program}`,
      detail: { version, locked, workstations },
    })),
  };
}

function isTransition({ isNews, before, after }: Judged): boolean {
  return isNews && isOtherCause(before, after);
}

/** Whether a decision has to be written down. */
export function isNewRow({ known, next, isNews }: Judged): boolean {
  if (!known || isNews || known.entry.policyVersion !== next.entry.policyVersion) return true;
  return !hasSameValues(known.failingSince, next.failingSince);
}

function accessRow({ workstation, program, next }: Judged): NewRow<'access'> {
  const { decision, since, policyVersion } = next.entry;
  return {
    workstation,
    program,
    access: decision.access,
    decision: JSON.stringify(decision),
    since,
    policy_version: policyVersion,
    failing_since: JSON.stringify(next.failingSince),
  };
}

function historyRow(judged: Judged, now: Date): NewRow<'history'> {
  const { workstation, program, before, after, next, known } = judged;
  const hasDrained = before?.access === 'draining' && after.access !== 'draining' && known;
  const findings = changedFindings(judged);
  return {
    ...eventRow({ at: now.toISOString(), workstation, kind: 'access', program }),
    decision: JSON.stringify(after),
    previous: before?.access ?? null,
    policy_version: next.entry.policyVersion,
    findings: findings.length > 0 ? JSON.stringify(findings) : null,
    drained: hasDrained ? now.getTime() - Date.parse(known.entry.since) : null,
  };
}

/** Findings that changed and decide nothing. */
function noticedRows(judged: Judged, at: string): NewRow<'history'>[] {
  const findings = changedFindings(judged);
  if (findings.length === 0) return [];
  const { workstation, program, next } = judged;
  const row = eventRow({ at, workstation, kind: 'findings', program });
  return [{ ...row, policy_version: next.entry.policyVersion, findings: JSON.stringify(findings) }];
}

/** What the checks say now whose findings are others than before. Of the first decision, everything would be. */
function changedFindings({ known, next, findings }: Judged): FindingView[] {
  if (!known || hasSameValues(known.failingSince, next.failingSince)) return [];
  const [before, after] = [Object.keys(known.failingSince), Object.keys(next.failingSince)];
  const changed = [...before, ...after].filter((key) => before.includes(key) !== after.includes(key));
  return findings
    .filter(({ check }) => changed.some((key) => key.startsWith(`${check}/`)))
    .map(({ check, outcome, code, params, strategy }) => ({ check, outcome, code, params, strategy }));
}

function endedRow({ workstation, excuse }: EndedExcuse, at: string): NewRow<'history'> {
  return eventRow({ at, workstation, kind: 'excuse-ended', note: excuse.reason });
}

/** A row about something else than a decision. */
export function eventRow(event: {
  readonly at: string;
  readonly workstation: string;
  readonly kind: string;
  readonly program?: string | undefined;
  readonly by?: string | undefined;
  readonly note?: string | undefined;
}): NewRow<'history'> {
  const { at, workstation, kind } = event;
  const empty = { decision: null, previous: null, policy_version: null, latency: null, findings: null, drained: null };
  const rest = { program: event.program ?? null, by_name: event.by ?? null, note: event.note ?? null };
  return { at, workstation, kind, ...rest, ...empty };
}

function auditDraft({ workstation, program, before, after, next }: Judged, at: string): AuditDraft {
  return {
    at,
    actor: 'shiftgate',
    action: 'access-changed',
    target: `workstation:${workstation}`,
    detail: {
      program,
      from: before?.access ?? 'none',
      to: after.access,
      because: causesOf(after),
      policyVersion: next.entry.policyVersion,
    },
  };
}

function causesOf({ reasons }: Decision): string[] {
  return reasons.map(({ cause, code, effect }) => `${cause}/${code}: ${effect}`);
}
