import { z } from 'zod';
import { Instant } from '../time.ts';
import { Language } from '../words/language.ts';
import { Done } from './fields.ts';
import type { Route } from './route.ts';

export const PersonView = z.object({
  id: z.string(),
  name: z.string(),
  externalId: z.string().optional(),
  language: Language.optional(),
  /** IANA name. */
  timeZone: z.string().optional(),
  programs: z.array(z.string()),
  groups: z.array(z.object({ id: z.string(), name: z.string() })),
  workstations: z.int(),
  /** The shift the person is in, or the next one. */
  shift: z.object({ from: Instant, to: Instant }).optional(),
});
export type PersonView = z.infer<typeof PersonView>;

/** What is known about somebody, written by hand; read as a line of an import is. */
export const PersonWanted = z.object({
  name: z.string().trim().max(200),
  externalId: z.string().trim().max(200).default(''),
  language: z.string().trim().max(40).default(''),
  timeZone: z.string().trim().max(60).default(''),
  programs: z.array(z.string()).max(100).default([]),
  /** Names; a group that is not there yet is made. */
  groups: z.array(z.string()).max(100).default([]),
});
export type PersonWanted = z.output<typeof PersonWanted>;

/** A named set of people: a team, a site, a night shift. */
export const PeopleGroupView = z.object({
  id: z.string(),
  name: z.string(),
  /** Absent: of the whole console. */
  program: z.string().optional(),
  people: z.int(),
});
export type PeopleGroupView = z.infer<typeof PeopleGroupView>;

const GroupWanted = z.object({
  name: z
    .string()
    .trim()
    .min(1, 'Write a name.')
    .max(60)
    .regex(/^[^;|,]*$/, 'Leave out commas and semicolons: they separate groups in a file.'),
  program: z.string().optional(),
});

/** What is wrong with one line of an import. */
export const ImportProblem = z.object({ line: z.int(), column: z.string(), message: z.string() });
export type ImportProblem = z.infer<typeof ImportProblem>;

/** What an import does or, as a preview, would do. With a problem in any line it does nothing at all. */
export const ImportOutcome = z.object({
  rows: z.int(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  /** Shifts that were there before and are no longer. */
  removed: z.int(),
  /** Names of groups that are made for it. */
  newGroups: z.array(z.string()).optional(),
  /** The first hundred. */
  problems: z.array(ImportProblem),
  problemCount: z.int(),
  /** Whether it was carried out. */
  imported: z.boolean(),
});
export type ImportOutcome = z.infer<typeof ImportOutcome>;

const csv = z.object({ csv: z.string().min(1, 'The file is empty.'), preview: z.boolean() });
/** Bytes of one import: some hundred thousand lines. */
const importBytes = 16 * 1024 * 1024;

export const FeedView = z.object({
  program: z.string(),
  /** Whole for those who may change it; for others only where it is. */
  url: z.string(),
  setBy: z.string(),
  setAt: Instant,
  /** Last try, and the last one that worked. */
  readAt: Instant.optional(),
  goodAt: Instant.optional(),
  /** Shifts of the last reading that worked. */
  shifts: z.int(),
  problem: z.string().optional(),
});
export type FeedView = z.infer<typeof FeedView>;

/** People and when they work. */
export const peopleRoutes = {
  people: {
    method: 'GET',
    path: '/api/v1/people',
    caller: 'operator',
    needs: 'people',
    summary: 'People with their language, time zone, programs and next shift',
    query: z.object({
      search: z.string().max(100).optional(),
      program: z.string().optional(),
      peopleGroup: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
      offset: z.coerce.number().int().min(0).default(0),
    }),
    reply: z.object({ rows: z.array(PersonView), total: z.int() }),
  },
  importPeople: {
    method: 'POST',
    path: '/api/v1/people/import',
    caller: 'operator',
    needs: 'author',
    isLong: true,
    summary: 'Import people from CSV: name, external id, language, time zone, programs, groups',
    maxBytes: importBytes,
    body: csv,
    reply: ImportOutcome,
  },
  addPerson: {
    method: 'POST',
    path: '/api/v1/people',
    caller: 'operator',
    needs: 'author',
    summary: 'Add a person by hand',
    body: PersonWanted,
    reply: z.object({ id: z.string() }),
  },
  changePerson: {
    method: 'PUT',
    path: '/api/v1/people/:id',
    caller: 'operator',
    needs: 'author',
    summary: 'Put what is known about a person in place of what was; workstations follow a new name',
    body: PersonWanted,
    reply: Done,
  },
  groups: {
    method: 'GET',
    path: '/api/v1/groups',
    caller: 'operator',
    needs: 'people',
    summary: 'Groups of people, by name',
    reply: z.object({ rows: z.array(PeopleGroupView) }),
  },
  addGroup: {
    method: 'POST',
    path: '/api/v1/groups',
    caller: 'operator',
    needs: 'author',
    summary: 'Make a group of people, with people in it if they are named',
    body: GroupWanted.extend({ people: z.array(z.string()).max(200_000).default([]) }),
    reply: z.object({ id: z.string() }),
  },
  changeGroup: {
    method: 'PUT',
    path: '/api/v1/groups/:id',
    caller: 'operator',
    needs: 'author',
    summary: 'Change the name of a group, or the program it belongs to',
    body: GroupWanted,
    reply: Done,
  },
  removeGroup: {
    method: 'DELETE',
    path: '/api/v1/groups/:id',
    caller: 'operator',
    needs: 'author',
    summary: 'Remove a group; its people stay. Answers who they were',
    reply: z.object({ people: z.array(z.string()) }),
  },
  removePerson: {
    method: 'DELETE',
    path: '/api/v1/people/:id',
    caller: 'operator',
    needs: 'author',
    summary: 'Forget a person and their shifts; their workstations stay',
    reply: Done,
  },
  importShifts: {
    method: 'POST',
    path: '/api/v1/shifts/import',
    caller: 'operator',
    needs: 'shifts',
    isLong: true,
    summary: 'Import shifts from CSV: person, program, start, end, time zone',
    maxBytes: importBytes,
    body: csv,
    reply: ImportOutcome,
  },
  putShifts: {
    method: 'PUT',
    path: '/api/v1/programs/:id/shifts',
    caller: 'operator',
    needs: 'shifts',
    summary: 'Put the shifts of some people for a stretch of time in place of those known before',
    maxBytes: importBytes,
    body: z.object({
      from: Instant,
      to: Instant,
      /** `person`: external id or name. */
      shifts: z.array(z.object({ person: z.string().max(120), from: Instant, to: Instant })).max(200_000),
      preview: z.boolean().default(false),
    }),
    reply: ImportOutcome,
  },
  feeds: {
    method: 'GET',
    path: '/api/v1/shift-feeds',
    caller: 'operator',
    summary: 'Calendars that shifts are read from, and how the last reading went',
    reply: z.object({ rows: z.array(FeedView) }),
  },
  putFeed: {
    method: 'PUT',
    path: '/api/v1/programs/:id/shift-feed',
    caller: 'operator',
    needs: 'author',
    summary: 'Read the shifts of a program from an iCalendar address, now and every quarter of an hour',
    body: z.object({ url: z.url({ protocol: /^https?$/, error: 'write it as https://host/path' }).max(2_000) }),
    reply: FeedView,
  },
  readFeed: {
    method: 'POST',
    path: '/api/v1/programs/:id/shift-feed/read',
    caller: 'operator',
    needs: 'author',
    summary: 'Read the calendar of a program again now',
    reply: FeedView,
  },
  removeFeed: {
    method: 'DELETE',
    path: '/api/v1/programs/:id/shift-feed',
    caller: 'operator',
    needs: 'author',
    summary: 'Stop reading a calendar; the shifts that it brought go with it',
    reply: Done,
  },
} as const satisfies Record<string, Route>;
