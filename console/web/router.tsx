import { Center, Loader } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { z } from 'zod';
import { Refused } from './api.ts';
import { CodeMissing, fetchCode } from './code.ts';
import { PeopleSearch } from './features/people/people-search.ts';
import { sessionQuery } from './features/sign-in/session.ts';
import { triageQuery } from './features/triage/queries.ts';
import { TriagePage } from './features/triage/triage-page.tsx';
import { filterOf, TriageSearch } from './features/triage/triage-search.ts';
import { ListSearch } from './features/workstations/list-search.ts';
import { workstationsQuery } from './features/workstations/queries.ts';
import { WorkstationsPage } from './features/workstations/workstations-page.tsx';
import { TextLink } from './parts/links.tsx';
import { MissingCode } from './parts/missing-code.tsx';
import { Page } from './parts/page.tsx';
import { useVoice } from './parts/speech.tsx';
import { Failed, Nothing } from './parts/states.tsx';
import { firstPlace } from './shell/places.ts';
import { Shell } from './shell/shell.tsx';

const root = createRootRouteWithContext<{ client: QueryClient }>()({ component: Outlet });

const optionalText = z.string().optional().catch(undefined);
const optionalDay = z.iso.date().optional().catch(undefined);

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: z.object({ to: optionalText, problem: optionalText }),
  component: lazyRouteComponent(
    fetchCode(() => import('./features/sign-in/sign-in-page.tsx')),
    'SignInPage',
  ),
});

const first = createRoute({
  getParentRoute: () => root,
  path: '/first',
  validateSearch: z.object({ token: optionalText }),
  component: lazyRouteComponent(
    fetchCode(() => import('./features/sign-in/first-page.tsx')),
    'FirstPage',
  ),
});

const invited = createRoute({
  getParentRoute: () => root,
  path: '/invited',
  validateSearch: z.object({ token: optionalText }),
  component: lazyRouteComponent(
    fetchCode(() => import('./features/sign-in/invited-page.tsx')),
    'InvitedPage',
  ),
});

const proved = createRoute({
  getParentRoute: () => root,
  path: '/proved',
  validateSearch: z.object({ problem: optionalText }),
  component: lazyRouteComponent(
    fetchCode(() => import('./features/sign-in/proved-page.tsx')),
    'ProvedPage',
  ),
});

/** Everything below it needs somebody who is signed in; others sign in first and come back. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  component: Shell,
  async beforeLoad({ context, location }) {
    try {
      const { mustAddFactor } = await context.client.ensureQueryData(sessionQuery);
      if (mustAddFactor && location.pathname !== '/account') throw redirect({ to: '/account' });
    } catch (error) {
      if (error instanceof Refused && error.code === 'not-signed-in') {
        throw redirect({ to: '/sign-in', search: { to: location.href } });
      }
      throw error;
    }
  },
});

const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  async beforeLoad({ context }) {
    const { role } = await context.client.ensureQueryData(sessionQuery);
    throw redirect({ to: firstPlace(role) });
  },
});

const triage = createRoute({
  getParentRoute: () => signedIn,
  path: '/triage',
  validateSearch: TriageSearch,
  loaderDeps: ({ search }) => filterOf(search),
  // The rows are on their way while the frame is drawn.
  loader: ({ context, deps }) => void context.client.prefetchQuery(triageQuery(deps)),
  component: TriagePage,
});

const workstations = createRoute({
  getParentRoute: () => signedIn,
  path: '/workstations',
  validateSearch: ListSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => void context.client.prefetchQuery(workstationsQuery(deps, 0)),
  component: WorkstationsPage,
});

const workstation = createRoute({
  getParentRoute: () => signedIn,
  path: '/workstations/$id',
  validateSearch: z.object({ reports: optionalText }),
  component: lazyRouteComponent(
    fetchCode(() => import('./features/workstations/workstation-page.tsx')),
    'WorkstationPage',
  ),
});

const programs = createRoute({
  getParentRoute: () => signedIn,
  path: '/programs',
  component: lazyRouteComponent(
    fetchCode(() => import('./features/programs/programs-page.tsx')),
    'ProgramsPage',
  ),
});

const policy = createRoute({
  getParentRoute: () => signedIn,
  path: '/programs/$id/policy',
  validateSearch: z.object({ view: optionalText, version: optionalText }),
  component: lazyRouteComponent(
    fetchCode(() => import('./features/policy/policy-page.tsx')),
    'PolicyPage',
  ),
});

const people = createRoute({
  getParentRoute: () => signedIn,
  path: '/people',
  validateSearch: PeopleSearch,
  component: lazyRouteComponent(
    fetchCode(() => import('./features/people/people-page.tsx')),
    'PeoplePage',
  ),
});

const overview = createRoute({
  getParentRoute: () => signedIn,
  path: '/overview',
  validateSearch: z.object({ program: optionalText, latency: z.enum(['lock', 'fix']).optional().catch(undefined) }),
  component: lazyRouteComponent(
    fetchCode(() => import('./features/overview/overview-page.tsx')),
    'OverviewPage',
  ),
});

const evidence = createRoute({
  getParentRoute: () => signedIn,
  path: '/evidence',
  validateSearch: z.object({ program: optionalText, from: optionalDay, to: optionalDay }),
  component: lazyRouteComponent(
    fetchCode(() => import('./features/evidence/evidence-page.tsx')),
    'EvidencePage',
  ),
});

const audit = createRoute({
  getParentRoute: () => signedIn,
  path: '/audit',
  validateSearch: z.object({
    search: optionalText,
    actor: optionalText,
    action: optionalText,
    target: optionalText,
    from: optionalText,
    to: optionalText,
  }),
  component: lazyRouteComponent(
    fetchCode(() => import('./features/audit/audit-page.tsx')),
    'AuditPage',
  ),
});

const sessions = createRoute({
  getParentRoute: () => signedIn,
  path: '/sessions',
  component: lazyRouteComponent(
    fetchCode(() => import('./features/sign-in/sessions-page.tsx')),
    'SessionsPage',
  ),
});

const account = createRoute({
  getParentRoute: () => signedIn,
  path: '/account',
  component: lazyRouteComponent(
    fetchCode(() => import('./features/sign-in/account-page.tsx')),
    'AccountPage',
  ),
});

const operators = createRoute({
  getParentRoute: () => signedIn,
  path: '/operators',
  validateSearch: z.object({ tab: optionalText }),
  component: lazyRouteComponent(
    fetchCode(() => import('./features/operators/operators-page.tsx')),
    'OperatorsPage',
  ),
});

const routeTree = root.addChildren([
  signIn,
  first,
  invited,
  proved,
  signedIn.addChildren([
    home,
    triage,
    workstations,
    workstation,
    programs,
    policy,
    people,
    overview,
    evidence,
    audit,
    sessions,
    account,
    operators,
  ]),
]);

export function createPageRouter(client: QueryClient) {
  return createRouter({
    routeTree,
    context: { client },
    defaultPreload: 'intent',
    scrollRestoration: true,
    // Plain text both ways: an id of digits stays text, and links look as people would write them.
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: writeSearch,
    defaultErrorComponent: ({ error, reset }) =>
      error instanceof CodeMissing ? (
        <MissingCode />
      ) : (
        <Failed error={error instanceof Error ? error : new Error(String(error))} retry={reset} />
      ),
    defaultNotFoundComponent: NoSuchPage,
    defaultPendingComponent: Pending,
  });
}

function writeSearch(search: Record<string, unknown>): string {
  const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text && `?${text}`;
}

function Pending() {
  return (
    <Center mih="40vh">
      <Loader aria-label={useVoice().words.frame.loading} />
    </Center>
  );
}

function NoSuchPage() {
  const { states } = useVoice().words.frame;
  return (
    <main className="alone">
      <Page title={states.notFound}>
        <Nothing
          icon={IconMapOff}
          title={states.noSuchPage}
          action={<TextLink to="/workstations">{states.toWorkstations}</TextLink>}
        />
      </Page>
    </main>
  );
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPageRouter>;
  }
}
