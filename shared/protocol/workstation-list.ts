import { z } from 'zod';
import { Access, Enrolment } from '../access/decide.ts';
import { CheckId } from '../checks/index.ts';
import { WorkstationRow } from './views.ts';

/** The list of workstations: what it can be asked for, by screens, by commands and as a file for spreadsheets. */

/** By what the fleet can be divided; each is a filter of the list too. */
export const Facet = z.enum([
  'access',
  'cause',
  'held',
  'system',
  'agent',
  'end-of-life',
  'wifi',
  'vpn',
  'enrolment',
  'contact',
  'peopleGroup',
]);
export type Facet = z.infer<typeof Facet>;

/** `quiet`: not connected, but its lease still runs. `lost`: out of contact for longer than that. */
export const ContactState = z.enum(['connected', 'quiet', 'lost', 'never']);
export type ContactState = z.infer<typeof ContactState>;

const Value = z.string().max(200);

/** Only workstations that fit all of it. */
export const ListFilter = z.object({
  program: z.string().optional(),
  /** Part of the name of the PC or the person, or of the id. */
  search: z.string().max(100).optional(),
  access: Access.optional(),
  /** What locks, warns or drains, as `check/code`. */
  cause: Value.optional(),
  /** A check whose lock the breaker holds back. */
  held: CheckId.optional(),
  system: Value.optional(),
  agent: Value.optional(),
  'end-of-life': Value.optional(),
  wifi: Value.optional(),
  vpn: Value.optional(),
  enrolment: Enrolment.optional(),
  contact: ContactState.optional(),
  /** Id of a group that the person is in. */
  peopleGroup: Value.optional(),
});
export type ListFilter = z.infer<typeof ListFilter>;

/** `access`: those that cannot work first, and of them those that wait longest. */
export const ListSort = z.enum([
  'access',
  'person',
  'pc',
  'program',
  'since',
  'locks-at',
  'system',
  'agent',
  'contact',
]);
export type ListSort = z.infer<typeof ListSort>;

/** Where a workstation has nothing to be sorted by, it stands last in both. */
export const Direction = z.enum(['ascending', 'descending']);
export type Direction = z.infer<typeof Direction>;

/** Filter and order. */
export const ListWanted = ListFilter.extend({
  sort: ListSort.default('access'),
  direction: Direction.default('ascending'),
});
export type ListWanted = z.infer<typeof ListWanted>;

/** The same, and which part of what fits. */
export const ListQuery = ListWanted.extend({
  limit: z.coerce.number().int().min(1).max(500).default(100),
  offset: z.coerce.number().int().min(0).default(0),
});
export type ListQuery = z.infer<typeof ListQuery>;

export const WorkstationList = z.object({
  rows: z.array(WorkstationRow),
  /** Workstations that fit the filter. */
  total: z.int(),
  /** Workstations that there are, whatever the filter. */
  all: z.int(),
  /** Of those that fit the filter but for its access. */
  counts: z.record(Access, z.int()),
});
export type WorkstationList = z.infer<typeof WorkstationList>;

/** One slice of the fleet; `value` is what the filter of the list takes. */
export const Slice = z.object({ value: z.string(), workstations: z.int() });
export type Slice = z.infer<typeof Slice>;

/** For each facet the workstations that fit the filter but for that facet, the largest slices first. */
export const Facets = z.record(Facet, z.array(Slice));
export type Facets = z.infer<typeof Facets>;

/** Path of the whole list as comma-separated values; its query is a filter and an order. */
export const listExportPath = '/api/v1/workstations/export.csv';
