import { readFile } from 'node:fs/promises';
import type { FastifyBaseLogger } from 'fastify';
import { AccessBoard } from './access/board.ts';
import { Journal } from './features/access/journal.ts';
import { AccessService } from './features/access/service.ts';
import { Breaker } from './features/breaker/breaker.ts';
import { restoreSuspensions } from './features/breaker/routes.ts';
import { CallStates, loadCallStates } from './features/call-states/call-states.ts';
import { openHelpdesk } from './features/cases/open.ts';
import { EnrolmentService } from './features/enrolment/service.ts';
import { Notices } from './features/events/notices.ts';
import { EventStream } from './features/events/stream.ts';
import { Housekeeper } from './features/housekeeping/housekeeper.ts';
import { Exchanges } from './features/link/exchange.ts';
import { Links } from './features/link/links.ts';
import { CallerCodes } from './features/messages/caller-codes.ts';
import { Metrics } from './features/metrics/metrics.ts';
import { OperatorService } from './features/operators/service.ts';
import { PlanService } from './features/plan/service.ts';
import { RolloutGuard } from './features/policies/rollout-guard.ts';
import { PolicyService } from './features/policies/service.ts';
import { Directory } from './features/programs/directory.ts';
import { ProgramService } from './features/programs/service.ts';
import { loadPrograms } from './features/programs/store.ts';
import { ReportService } from './features/reports/service.ts';
import { openSignIn } from './features/sign-in/open.ts';
import { Contacts } from './features/workstations/contacts.ts';
import { ExceptionService } from './features/workstations/exceptions.ts';
import { Roster } from './features/workstations/roster.ts';
import { loadWorkstations } from './features/workstations/store.ts';
import { createGate } from './gate/index.ts';
import type { Identity } from './identity/keys.ts';
import type { Store } from './store/engine.ts';
import { Writer } from './store/writer.ts';

const starterPolicy = new URL('../starter/policy.yaml', import.meta.url);

export interface ServiceDeps {
  readonly store: Store;
  readonly identity: Identity;
  /** Bearer token of the command line. */
  readonly token: string;
  /** Seconds in which a launch ticket can be used. */
  readonly ticketLifetime: number;
  /** Origins of calendars that may be plain http or inside a private network. */
  readonly trustedFeeds?: readonly string[];
  readonly log: FastifyBaseLogger;
  /** How browsers reach the console. */
  publicUrl(): string;
  now(): Date;
}

export type Services = Awaited<ReturnType<typeof buildServices>>;

/** Builds everything behind the routes, with the state that the store holds. */
export async function buildServices(deps: ServiceDeps) {
  const { store, identity, log, now } = deps;
  const { db } = store;
  const state = await loadState(store, now());
  const { board, roster, directory } = state;
  const core = openCore(deps, state);
  const { writer, journal, contacts, notices, calls, links, metrics, access, enrolment, reports } = core;
  const { trustedFeeds = [] } = deps;
  const helpdesk = await openHelpdesk({ ...state, ...core, db, trustedFeeds, log, now });
  const { messages } = helpdesk;
  const session = { identity, roster, reports, access, enrolment, messages, metrics, log, now };
  const events = new EventStream({ board, notices, directory, roster });
  const signedIn = await openSignIn({ ...deps, db, writer, sessionEnded: (id) => events.endSession(id) });
  const plans = new PlanService({ ...state, db, calls, shifts: helpdesk.rota, log, now });
  const housekeeper = new Housekeeper({ ...state, writer, log, now });
  const gate = await createGate({
    db,
    access: board,
    programs: directory,
    people: { label: (id) => roster.find(id) },
    recheck: helpdesk.recheck,
    proxySecret: identity.proxySecret,
    ticketLifetime: deps.ticketLifetime,
    log,
    now,
    metrics,
  });
  return {
    ...state,
    ...core,
    ...{ db, session, events, gate, housekeeper, ...signedIn, ...helpdesk },
    operators: new OperatorService({ ...signedIn, db, writer, now }),
    exchanges: new Exchanges(session, links),
    plans,
    policies: new PolicyService({ ...state, writer, access, notices, rules: () => signedIn.settings.rules, now }),
    programs: new ProgramService({
      ...{ writer, directory, notices, now },
      starterPolicy: await readFile(starterPolicy, 'utf8'),
    }),
    /** Ends what waits, then writes what is left. Connections have ended before. */
    async close(): Promise<void> {
      access.close();
      housekeeper.close();
      await plans.close();
      await gate.close();
      await contacts.close();
      await core.calls.close();
      helpdesk.feeds.close();
      await helpdesk.cases.close();
      await journal.close();
      await writer.settled();
    },
  };
}

/** From a report to a decision, its record and the link that carries it. */
function openCore({ store, identity, log, now }: ServiceDeps, state: Awaited<ReturnType<typeof loadState>>) {
  const { board, roster, directory } = state;
  const writer = new Writer(store.db);
  const journal = new Journal(writer, log);
  const contacts = new Contacts(writer, log);
  const notices = new Notices();
  const calls = new CallStates({ writer, log }, state.underWay);
  const callerCodes = new CallerCodes(identity.deriveKey('caller-code'), now);
  const callerSecret = callerCodes.secretOf.bind(callerCodes);
  const links = new Links({ board, roster, directory, notices, callerSecret, now });
  const metrics = new Metrics({
    board,
    programs: () => directory.all().map(({ id }) => id),
    linksOpen: () => links.size,
  });
  const lockMeasured = metrics.lockMeasured.bind(metrics);
  const access = new AccessService({ ...state, calls, journal, contacts, notices, now, lockMeasured });
  const enrolment = new EnrolmentService({ writer, identity, roster, access, notices, log, now });
  const exceptions = new ExceptionService({ writer, roster, access, notices, now });
  const reports = new ReportService({ roster, access, now });
  return {
    ...{ writer, journal, contacts, notices, calls, callerCodes, links, metrics, access, enrolment, exceptions },
    reports,
  };
}

/** What the store holds but the facts, in memory: from here on the gate can decide. */
async function loadState({ db }: Store, startedAt: Date) {
  const directory = new Directory();
  for (const program of await loadPrograms(db)) directory.put(program);
  const roster = new Roster();
  for (const workstation of await loadWorkstations(db, startedAt)) roster.add(workstation);
  const board = new AccessBoard();
  const breaker = new Breaker((id) => {
    const limits = directory.find(id)?.published.policy.breaker;
    return limits && { limits, workstations: roster.ofProgram(id).size - board.revokedIn(id) };
  });
  await restoreSuspensions(db, breaker);
  for (const { decided } of roster.all()) board.restore([...decided.values()].map(({ entry }) => entry));
  const underWay = await loadCallStates(db, startedAt);
  return { directory, roster, breaker, board, underWay, guard: new RolloutGuard(directory, roster) };
}
