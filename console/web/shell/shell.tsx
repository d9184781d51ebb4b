import { useDisclosure } from '@mantine/hooks';
import { Notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { may } from '../../../shared/protocol/rights.ts';
import { fetchPatiently } from '../code.ts';
import { EventsProvider, LiveEvents } from '../events.ts';
import { sessionQuery } from '../features/sign-in/session.ts';
import { StepUp } from '../features/sign-in/step-up.tsx';
import { searchFieldId } from '../features/workstations/list-search.ts';
import { useVoice } from '../parts/speech.tsx';
import { NotForRole } from '../parts/states.tsx';
import { timeZone } from '../parts/time-words.ts';
import { LiveBadge, LostBanner } from './live-badge.tsx';
import { isOpenTo, places } from './places.ts';
import classes from './shell.module.css';
import { useShortcuts } from './shortcuts.ts';

// The first view does not wait for what only opens on a click.
const AccountMenu = lazy(fetchPatiently(async () => ({ default: (await import('./account-menu.tsx')).AccountMenu })));
const ShortcutDialog = lazy(
  fetchPatiently(async () => ({ default: (await import('./shortcut-dialog.tsx')).ShortcutDialog })),
);

/** The frame around every screen of a signed-in person, and the one stream of changes that feeds them. */
export function Shell() {
  const events = useLiveEvents();
  const { data: session } = useQuery(sessionQuery);
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  const isOpen = !session || isOpenTo(session.role, pathname);
  const voice = useVoice();
  const { places: names, skip, times } = voice.words.frame;
  const [helpOpened, help] = useDisclosure(false);
  useShortcuts({ '?': help.open, '/': useSearchFocus() });
  return (
    <div className={classes['shell']}>
      <a className="skip-link" href="#main">
        {skip}
      </a>
      <header className={classes['header']}>
        <Link to="/" className={classes['brand']}>
          <img src="/shiftgate.svg" alt="" width={28} height={28} />
          Shiftgate
        </Link>
        <div className={classes['side']}>
          <LiveBadge events={events} />
          <Suspense>
            <AccountMenu onShortcuts={help.open} />
          </Suspense>
        </div>
      </header>
      <nav className={classes['places']} aria-label={names.label}>
        <ul>
          {places
            .filter(({ needs }) => session && !session.mustAddFactor && may(session.role, needs))
            .map(({ to, label, icon: Icon }) => (
              <li key={to}>
                <Link to={to} className={classes['place']} activeOptions={{ includeSearch: false }}>
                  <Icon size={20} stroke={1.7} aria-hidden />
                  {names[label]}
                </Link>
              </li>
            ))}
        </ul>
      </nav>
      <main id="main" className={classes['main']} tabIndex={-1}>
        <LostBanner events={events} />
        <EventsProvider value={events}>{isOpen ? <Outlet /> : <NotForRole role={session.role} />}</EventsProvider>
        <p className={classes['zone']}>{voice.fill(times.zone, { zone: timeZone })}</p>
      </main>
      <Notifications position="bottom-left" limit={2} />
      <StepUp />
      <Suspense>{helpOpened && <ShortcutDialog onClose={help.close} />}</Suspense>
    </div>
  );
}

/** Puts the cursor into the search field, on the list or on the way to it. */
function useSearchFocus(): () => void {
  const navigate = useNavigate();
  const focus = () => document.getElementById(searchFieldId)?.focus();
  return () => {
    if (document.getElementById(searchFieldId)) focus();
    else void navigate({ to: '/workstations' }).then(focus);
  };
}

function useLiveEvents(): LiveEvents {
  const client = useQueryClient();
  const [events] = useState(() => new LiveEvents(client));
  useEffect(() => {
    events.open();
    return () => events.close();
  }, [events]);
  return events;
}
