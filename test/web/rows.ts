import type { Access } from '../../shared/access/decide.ts';
import type { AccessView, WorkstationDetail, WorkstationRow } from '../../shared/protocol/views.ts';

/** A program's decision as the console sends it. */
export function view(access: Access, change: Partial<AccessView> = {}): AccessView {
  return {
    program: 'sales',
    programName: 'Sales',
    decision: { access, reasons: [] },
    since: '2026-11-22T08:00:00.000Z',
    policyVersion: 1,
    ...change,
  };
}

export function row(id: string, change: Partial<WorkstationRow> = {}): WorkstationRow {
  return {
    id,
    hostName: id,
    os: 'linux',
    system: 'Debian GNU/Linux 12 (bookworm)',
    agentVersion: '0.1.0',
    enrolment: 'active',
    enrolledAt: '2026-11-01T08:00:00.000Z',
    connected: true,
    access: 'ready',
    programs: [view('ready')],
    ...change,
  };
}

export function detail(change: Partial<WorkstationDetail> = {}): WorkstationDetail {
  return { ...row('home-pc'), findings: [], readings: {}, locks: [], excuses: [], ...change };
}
