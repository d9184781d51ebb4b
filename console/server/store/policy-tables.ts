import type { ColumnType } from 'kysely';

/** Tables behind planning, publishing and looking back. */
export interface PolicyTables {
  policies: PolicyTable;
  policy_drafts: PolicyDraftTable;
  reports: ReportTable;
  access_samples: AccessSampleTable;
}

/** With a value of its own where an insertion does not name one. */
type Defaulted<Value> = ColumnType<Value, Value | undefined, Value>;

/** Every version ever written down; the highest that is `published` is in force. */
export interface PolicyTable {
  program: string;
  version: number;
  text: string;
  author: string;
  note: string;
  at: string;
  /** See `PolicyState`. */
  state: Defaulted<string>;
  /** Percent of the workstations it applies to while it is `staged`. */
  share: Defaulted<number>;
  /** Percent of the share that it may lock before it is stopped. */
  lock_limit: Defaulted<number>;
  /** Who changed its state last, and when; null as long as that is the author alone. */
  decided_by: string | null;
  decided_at: string | null;
}

/** The text being written, one for each program. */
export interface PolicyDraftTable {
  program: string;
  text: string;
  /** The version it was written from. */
  based_on: number;
  saved_by: string;
  saved_at: string;
}

/** Every report as it was signed, for a fortnight. */
export interface ReportTable {
  workstation: string;
  seq: number;
  received_at: string;
  /** SHA-256 of the compact form, base64url. */
  hash: string;
  /** The address the workstation was seen from. */
  egress: string | null;
  jws: string;
}

/** How many workstations of a program had which access. */
export interface AccessSampleTable {
  at: string;
  program: string;
  ready: number;
  warned: number;
  draining: number;
  locked: number;
  /** Of those locked: only because nothing was heard of them. */
  silent: number;
}
