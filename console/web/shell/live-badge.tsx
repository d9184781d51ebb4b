import { IconBolt, IconCloudOff, IconLoader2 } from '@tabler/icons-react';
import { type Connection, type LiveEvents, useConnection } from '../events.ts';
import { StateBadge, type Tone } from '../parts/access-badge.tsx';
import { At } from '../parts/time.tsx';
import classes from './shell.module.css';

const looks = {
  connecting: {
    tone: 'neutral',
    icon: IconLoader2,
    word: 'Connecting',
    about: 'The page is connecting to the console.',
  },
  live: { tone: 'ready', icon: IconBolt, word: 'Live', about: 'Changes appear by themselves, within a second.' },
  lost: {
    tone: 'warned',
    icon: IconCloudOff,
    word: 'Reconnecting',
    about: 'The page has lost the console and keeps trying. What you see may be old.',
  },
} as const satisfies Record<Connection['state'], { tone: Tone; icon: unknown; word: string; about: string }>;

/** Whether the page is hearing changes right now. */
export function LiveBadge({ events }: { events: LiveEvents }) {
  const { state } = useConnection(events);
  const { tone, icon, word, about } = looks[state];
  return (
    <span role="status" title={about}>
      <StateBadge tone={tone} icon={icon}>
        {word}
      </StateBadge>
    </span>
  );
}

/** Across the page while the connection is lost: since when what is shown is not current. */
export function LostBanner({ events }: { events: LiveEvents }) {
  const { state, since } = useConnection(events);
  if (state !== 'lost') return null;
  return (
    <div className={classes['lost']} role="alert">
      <IconCloudOff size={18} aria-hidden />
      <span>
        No connection to the console since <At at={new Date(since).toISOString()} />. What you see may be old; the page
        reconnects by itself. Locks do not depend on this page.
      </span>
    </div>
  );
}
