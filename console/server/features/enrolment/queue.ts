import type { WorkstationInQueue } from '../../../../shared/protocol/policy-views.ts';
import type { AuditEntry } from '../../../../shared/protocol/views.ts';
import { type Operator, scopeOf } from '../../http/who.ts';
import { thumbprintOf } from '../../identity/secrets.ts';
import { Turn } from '../../rest.ts';
import type { Db } from '../../store/engine.ts';
import { lastOfEach } from '../audit/store.ts';
import type { Roster, Workstation } from '../workstations/roster.ts';
import { enrolmentChanged, enrolmentRefused } from './service.ts';
import { codeMakers } from './store.ts';

/** More than a person looks through; the list of workstations has them all. */
const most = 500;

const order: readonly string[] = ['awaiting-approval', 'quarantined', 'revoked'];

/** What waits for a decision, the longest first, and behind it whose keys were revoked, the latest first. */
export async function listQueue(
  { db, roster }: { readonly db: Db; readonly roster: Roster },
  program: string | undefined,
  operator: Operator,
): Promise<WorkstationInQueue[]> {
  const scope = scopeOf(operator, program);
  const inScope = ({ programs }: Workstation) => programs.filter((id) => scope?.includes(id) ?? true);
  const turn = new Turn();
  const found: Workstation[] = [];
  for (const workstation of roster.all()) {
    if (turn.isOver) await turn.next();
    if (workstation.enrolment !== 'active' && inScope(workstation).length > 0) found.push(workstation);
  }
  const changes = await lastOfEach(
    db,
    found.map(({ id }) => targetOf(id)),
    [enrolmentChanged, enrolmentRefused],
  );
  const sinceOf = ({ id, enrolledAt }: Workstation) => changes.get(targetOf(id))?.at ?? enrolledAt;
  const shown = found
    .map((workstation) => ({ workstation, rank: order.indexOf(workstation.enrolment), since: sinceOf(workstation) }))
    .sort((left, right) => left.rank - right.rank || compareSince(left, right))
    .slice(0, most);
  const codes = await codeMakers(
    db,
    shown.map(({ workstation }) => workstation.codeHash),
  );
  return shown.map(({ workstation }) => {
    const { id, hostName, person, enrolment, enrolledAt, system, codeHash, publicKey } = workstation;
    return {
      ...{ id, hostName, person, enrolment, enrolledAt, system },
      programs: inScope(workstation),
      key: thumbprintOf(publicKey),
      code: codes.get(codeHash),
      ...whatChanged(id, changes.get(targetOf(id))),
    };
  });
}

function compareSince(
  { rank, since }: { readonly rank: number; readonly since: string },
  other: { readonly since: string },
) {
  const isLater = since < other.since ? -1 : since > other.since ? 1 : 0;
  return order[rank] === 'revoked' ? -isLater : isLater;
}

/** A workstation that enrolled by itself stands in the audit as the one who did it. */
function whatChanged(id: string, entry: AuditEntry | undefined): Pick<WorkstationInQueue, 'changed' | 'refused'> {
  if (!entry) return {};
  const { at, actor, action, detail } = entry;
  const by = actor === id ? {} : { by: actor };
  return { changed: { at, reason: String(detail['note'] ?? ''), ...by }, refused: action === enrolmentRefused };
}

function targetOf(id: string): string {
  return `workstation:${id}`;
}
