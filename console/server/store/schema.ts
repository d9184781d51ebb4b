import type { Generated, Insertable, Selectable } from 'kysely';
import type { CaseTables } from './case-tables.ts';
import type { OperatorTables } from './operator-tables.ts';
import type { PolicyTables } from './policy-tables.ts';

/**
 * The tables, the same on both engines: text and integer columns only. Times are ISO 8601 UTC text with milliseconds,
 * flags are 0 or 1, JSON is text that no query looks into.
 */
export interface Schema extends CaseTables, OperatorTables, PolicyTables {
  programs: ProgramTable;
  enrolment_codes: EnrolmentCodeTable;
  workstations: WorkstationTable;
  workstation_programs: WorkstationProgramTable;
  last_reports: LastReportTable;
  contacts: ContactTable;
  access: AccessTable;
  history: HistoryTable;
  locks: LockTable;
  excuses: ExcuseTable;
  suspensions: SuspensionTable;
  audit: AuditTable;
  launch_tickets: LaunchTicketTable;
  gate_sessions: GateSessionTable;
}

export interface ProgramTable {
  id: string;
  name: string;
  /** JSON: `[{ origin, upstream }]`. */
  origins: string;
}

export interface EnrolmentCodeTable {
  /** SHA-256 of the code, base64url. */
  hash: string;
  program: string;
  person: string | null;
  uses_left: number;
  needs_approval: number;
  expires_at: string;
  made_by: string;
  made_at: string;
}

export interface WorkstationTable {
  id: string;
  /** Coordinates of the P-256 device key, base64url. */
  key_x: string;
  key_y: string;
  machine_id: string;
  host_name: string;
  person: string | null;
  os: string;
  system: string;
  agent_version: string;
  enrolment: string;
  enrolled_at: string;
  /** The code it was last enrolled with, so that a repeated request is recognised. */
  code_hash: string;
}

export interface WorkstationProgramTable {
  workstation: string;
  program: string;
}

/** The newest committed report of each workstation. */
export interface LastReportTable {
  workstation: string;
  seq: number;
  hash: string;
  boot_id: string;
  received_at: string;
  /** Milliseconds by which the workstation's clock is ahead. */
  clock_skew: number;
  /** JSON: all readings, those that earlier reports brought included. */
  readings: string;
}

export interface ContactTable {
  workstation: string;
  last_contact_at: string;
  egress: string | null;
}

/** The decision in force. */
export interface AccessTable {
  workstation: string;
  program: string;
  access: string;
  decision: string;
  since: string;
  policy_version: number;
  /** JSON: when each finding that does not pass was first seen. */
  failing_since: string;
}

/** What happened to a workstation. */
export interface HistoryTable {
  id: Generated<number>;
  at: string;
  workstation: string;
  kind: string;
  program: string | null;
  by_name: string | null;
  decision: string | null;
  previous: string | null;
  policy_version: number | null;
  latency: string | null;
  note: string | null;
  /** JSON: what the checks say now whose findings changed. */
  findings: string | null;
  /** Milliseconds for which a call was waited for before this. */
  drained: number | null;
}

export interface LockTable {
  id: string;
  workstation: string;
  /** Null: all programs. */
  program: string | null;
  reason: string;
  set_by: string;
  set_at: string;
  lifted_at: string | null;
}

export interface ExcuseTable {
  id: string;
  workstation: string;
  /** JSON: ids of checks. */
  checks: string;
  until: string;
  reason: string;
  granted_by: string;
  granted_at: string;
  ended_at: string | null;
}

/** Checks whose automatic locks the breaker stopped. */
export interface SuspensionTable {
  program: string;
  check_id: string;
  since: string;
  locked: number;
}

/** Append only. `hash` covers the entry and the hash before it. */
export interface AuditTable {
  id: number;
  at: string;
  actor: string;
  action: string;
  target: string;
  detail: string;
  hash: string;
}

export interface LaunchTicketTable {
  hash: string;
  workstation: string;
  program: string;
  issued_at: string;
  expires_at: string;
  used_at: string | null;
}

export interface GateSessionTable {
  hash: string;
  workstation: string;
  program: string;
  person: string | null;
  started_at: string;
  expires_at: string;
  ended_at: string | null;
  address: string;
  browser: string;
}

export type Row<Table extends keyof Schema> = Selectable<Schema[Table]>;
export type NewRow<Table extends keyof Schema> = Insertable<Schema[Table]>;
