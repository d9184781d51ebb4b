import { useDisclosure } from '@mantine/hooks';
import { IconChecklist, IconDeviceLaptop, IconHistory } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { LiveEvents } from '../events.ts';
import { searchFieldId } from '../features/workstations/list-search.ts';
import { LiveBadge, LostBanner } from './live-badge.tsx';
import classes from './shell.module.css';
import { useShortcuts } from './shortcuts.ts';

// The first view does not wait for what only opens on a click.
const AccountMenu = lazy(async () => ({ default: (await import('./account-menu.tsx')).AccountMenu }));
const ShortcutDialog = lazy(async () => ({ default: (await import('./shortcut-dialog.tsx')).ShortcutDialog }));
const Toasts = lazy(async () => ({ default: (await import('@mantine/notifications')).Notifications }));

const places = [
  { to: '/workstations', label: 'Workstations', icon: IconDeviceLaptop },
  { to: '/programs', label: 'Programs', icon: IconChecklist },
  { to: '/audit', label: 'Audit', icon: IconHistory },
] as const;

/** The frame around every screen of a signed-in person, and the one stream of changes that feeds them. */
export function Shell() {
  const events = useLiveEvents();
  const [helpOpened, help] = useDisclosure(false);
  useShortcuts({ '?': help.open, '/': useSearchFocus() });
  return (
    <div className={classes['shell']}>
      <a className="skip-link" href="#main">
        Skip to the content
      </a>
      <header className={classes['header']}>
        <Link to="/workstations" className={classes['brand']}>
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
      <nav className={classes['places']} aria-label="Main">
        <ul>
          {places.map(({ to, label, icon: Icon }) => (
            <li key={to}>
              <Link to={to} className={classes['place']} activeOptions={{ includeSearch: false }}>
                <Icon size={20} stroke={1.7} aria-hidden />
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <main id="main" className={classes['main']} tabIndex={-1}>
        <LostBanner events={events} />
        <Outlet />
      </main>
      <Suspense>
        <Toasts position="bottom-right" />
        {helpOpened && <ShortcutDialog onClose={help.close} />}
      </Suspense>
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
