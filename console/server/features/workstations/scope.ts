import type { WorkstationDetail } from '../../../../shared/protocol/views.ts';
import { isInScope, type Operator } from '../../http/who.ts';
import { worst } from './views.ts';

/** What an operator may see of a workstation that also belongs to programs of others. */
export function detailFor(operator: Pick<Operator, 'programs'>, detail: WorkstationDetail): WorkstationDetail {
  if (operator.programs === undefined) return detail;
  const isSeen = (program: string) => isInScope(operator, [program]);
  const programs = detail.programs.filter(({ program }) => isSeen(program));
  return {
    ...detail,
    access: worst(programs),
    programs,
    findings: detail.findings.filter(({ program }) => isSeen(program)),
    locks: detail.locks.filter(({ program }) => program === undefined || isSeen(program)),
  };
}
