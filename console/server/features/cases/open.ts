import type { AccessReader } from '../../access/board.ts';
import type { Db } from '../../store/engine.ts';
import type { Writer } from '../../store/writer.ts';
import type { Notices } from '../events/notices.ts';
import type { Links } from '../link/links.ts';
import type { CallerCodes } from '../messages/caller-codes.ts';
import { MessageService } from '../messages/service.ts';
import { loadUnseen } from '../messages/store.ts';
import { People } from '../people/directory.ts';
import { GroupService } from '../people/group-service.ts';
import { Groups } from '../people/groups.ts';
import { PeopleService } from '../people/service.ts';
import { loadGroups, loadPeople } from '../people/store.ts';
import type { Directory } from '../programs/directory.ts';
import { FeedService } from '../shifts/feeds.ts';
import { openRota } from '../shifts/open.ts';
import { ShiftService } from '../shifts/service.ts';
import type { ExceptionService } from '../workstations/exceptions.ts';
import type { Roster } from '../workstations/roster.ts';
import { BulkService } from './bulk.ts';
import { ExcuseDesk } from './excuses.ts';
import { rememberFor } from './lately-assigned.ts';
import { CaseService } from './service.ts';
import { loadLatelyClosed, loadOpenCases } from './store.ts';

interface Log {
  warn(detail: object, message: string): void;
}

export interface HelpdeskDeps {
  readonly db: Db;
  readonly writer: Writer;
  readonly board: AccessReader;
  readonly roster: Roster;
  readonly notices: Notices;
  readonly links: Links;
  readonly exceptions: ExceptionService;
  readonly callerCodes: CallerCodes;
  readonly directory: Directory;
  /** Origins of calendars that may be plain http or inside a private network. */
  readonly trustedFeeds: readonly string[];
  readonly log: Log;
  now(): Date;
}

/** What helpdesk works with, with the state that the store holds. */
export async function openHelpdesk(deps: HelpdeskDeps) {
  const { db, links, now } = deps;
  const people = new People(await loadPeople(db));
  const groups = new Groups(await loadGroups(db));
  const rota = await openRota(db, people, now());
  const since = new Date(now().getTime() - rememberFor).toISOString();
  const cases = new CaseService(deps, { open: await loadOpenCases(db), lately: await loadLatelyClosed(db, since) });
  const tell = links.tell.bind(links);
  const messages = new MessageService({ ...deps, cases, tell }, await loadUnseen(db));
  const excuses = new ExcuseDesk({ ...deps, messages });
  const recheck = (id: string) => links.recheck(id);
  const isConnected = (id: string) => links.isConnected(id);
  const bulk = new BulkService({ ...deps, people, rota, cases, messages, excuses, recheck, isConnected });
  const staff = new PeopleService({ ...deps, people, groups, rota });
  const peopleGroups = new GroupService({ ...deps, people, groups });
  const shifts = new ShiftService({ ...deps, people, rota });
  const feeds = new FeedService({ ...deps, people, shifts });
  return { staff, groups, peopleGroups, shifts, feeds, people, rota, cases, messages, excuses, bulk, recheck };
}
