import type { ColumnType } from 'kysely';

/** Tables of the helpdesk's work. */
export interface CaseTables {
  cases: CaseTable;
  messages: MessageTable;
  people: PersonTable;
  person_programs: PersonProgramTable;
  people_groups: PeopleGroupTable;
  group_members: GroupMemberTable;
  shifts: ShiftTable;
  shift_feeds: ShiftFeedTable;
  calls: CallTable;
}

/** What keeps a workstation's person from working, or what they asked for; one open case for each cause. */
export interface CaseTable {
  id: string;
  workstation: string;
  cause: string;
  code: string;
  /** JSON. */
  params: string;
  since: string;
  opened_at: string;
  closed_at: string | null;
  closed_by: string | null;
  assignee: string | null;
}

/** What a person and helpdesk wrote to each other. Ids are made by whoever wrote it. */
export interface MessageTable {
  workstation: string;
  id: string;
  at: string;
  from_name: string;
  from_person: number;
  text: string;
  /** `help`, `excuse` or `incident`, of a person's first word. */
  asks: string | null;
  program: string | null;
  /** JSON: ids of checks, of an excuse. */
  checks: string | null;
  until: string | null;
  case_id: string | null;
  seen_at: string | null;
  /** `answered`, `approved` or `refused`. */
  answer: string | null;
  answered_by: string | null;
  answered_at: string | null;
}

export interface PersonTable {
  id: string;
  name: string;
  /** The name in lower case: what a workstation's person is found by. */
  name_key: string;
  external_id: string | null;
  language: string | null;
  time_zone: string | null;
}

export interface PersonProgramTable {
  person: string;
  program: string;
}

export interface PeopleGroupTable {
  id: string;
  name: string;
  name_key: string;
  /** Null: of the whole console. */
  program: string | null;
}

export interface GroupMemberTable {
  person: string;
  people_group: string;
}

export interface ShiftTable {
  person: string;
  program: string;
  from_at: string;
  to_at: string;
  /** `import`, or `feed`, whose shifts each reading replaces. */
  source: string;
}

export interface ShiftFeedTable {
  program: string;
  url: string;
  set_by: string;
  set_at: string;
  read_at: string | null;
  /** Of the last reading that worked. */
  good_at: string | null;
  shifts: ColumnType<number, number | undefined, number>;
  problem: string | null;
}

/** Who is on a call, by the last word of the telephony platform. */
export interface CallTable {
  /** In lower case. */
  person: string;
  heard_at: string;
}
