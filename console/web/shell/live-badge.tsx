import { IconBolt, IconCloudOff, IconLoader2 } from '@tabler/icons-react';
import { type Connection, type LiveEvents, useConnection } from '../events.ts';
import { StateBadge, type Tone } from '../parts/access-badge.tsx';
import { Phrase, useVoice } from '../parts/speech.tsx';
import { At } from '../parts/time.tsx';
import classes from './shell.module.css';

const looks = {
  connecting: { tone: 'neutral', icon: IconLoader2 },
  live: { tone: 'ready', icon: IconBolt },
  lost: { tone: 'warned', icon: IconCloudOff },
} as const satisfies Record<Connection['state'], { tone: Tone; icon: unknown }>;

/** Whether the page is hearing changes right now. */
export function LiveBadge({ events }: { events: LiveEvents }) {
  const { state } = useConnection(events);
  const { tone, icon } = looks[state];
  const { word, about } = useVoice().words.frame.live[state];
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
  const { live } = useVoice().words.frame;
  if (state !== 'lost') return null;
  return (
    <div className={classes['lost']} role="alert">
      <IconCloudOff size={18} aria-hidden />
      <span>
        <Phrase text={live.banner} with={{ time: <At at={new Date(since).toISOString()} /> }} />
      </span>
    </div>
  );
}
