import { IconDots, IconHeadset, IconHome, type TablerIcon } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import classes from './app.module.css';
import { HelpPlace } from './help/help-place.tsx';
import { useModel } from './model.ts';
import { MorePlace } from './more/more-place.tsx';
import { SentPlace } from './more/sent-place.tsx';
import { type Place, PlaceProvider } from './parts/places.tsx';
import { useVoice } from './parts/speech.tsx';
import { StartPlace } from './start/start-place.tsx';
import { TodayPlace } from './today/today-place.tsx';

const screens: Readonly<Record<Place, () => React.ReactNode>> = {
  today: TodayPlace,
  help: HelpPlace,
  more: MorePlace,
  sent: SentPlace,
};

/** The whole window: the first run until this PC is set up, then three places and the way between them. */
export function App() {
  const { phase } = useModel();
  const [isStarting, setStarting] = useState(phase === 'not-enrolled');
  if (phase === 'not-enrolled' && !isStarting) setStarting(true);
  if (isStarting) {
    return (
      <main className={classes['main']}>
        <StartPlace onEnd={() => setStarting(false)} />
      </main>
    );
  }
  return <Places />;
}

function Places() {
  const [place, setPlace] = useState<Place>('today');
  const main = useRef<HTMLElement>(null);
  const shown = useRef(place);
  useEffect(() => {
    if (shown.current === place) return;
    shown.current = place;
    main.current?.focus();
    main.current?.scrollTo(0, 0);
  }, [place]);
  const Screen = screens[place];
  return (
    <PlaceProvider value={setPlace}>
      <div className={classes['frame']}>
        <main ref={main} tabIndex={-1} className={classes['main']}>
          <Screen />
        </main>
        <Navigation place={place} onGo={setPlace} />
      </div>
    </PlaceProvider>
  );
}

function Navigation({ place, onGo }: { place: Place; onGo: (place: Place) => void }) {
  const voice = useVoice();
  const { words } = voice;
  const { messages } = useModel();
  const unseen = messages.filter((message) => message.from === 'helpdesk' && !message.seen).length;
  const tabs: readonly { to: Place; label: string; icon: TablerIcon }[] = [
    { to: 'today', label: words.page.home, icon: IconHome },
    { to: 'help', label: words.help.title, icon: IconHeadset },
    { to: 'more', label: words.more.title, icon: IconDots },
  ];
  const current = place === 'sent' ? 'more' : place;
  return (
    <nav className={classes['places']} aria-label={words.page.main}>
      {tabs.map(({ to, label, icon: Icon }) => (
        <button
          key={to}
          type="button"
          className={classes['place']}
          aria-current={to === current ? 'page' : undefined}
          onClick={() => onGo(to)}
        >
          <Icon size={22} stroke={1.7} aria-hidden />
          {label}
          {to === 'help' && unseen > 0 && (
            <span className={classes['unseen']}>
              <span aria-hidden>{unseen}</span>
              <span className="unseen">{voice.count(words.page.unread, unseen)}</span>
            </span>
          )}
        </button>
      ))}
    </nav>
  );
}
