import { Button, List, Text } from '@mantine/core';
import { IconDeviceLaptop, IconMoodSmile, IconRefreshDot, IconSearchOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { TriageView } from '../../../../shared/protocol/case-views.ts';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { useIsLost } from '../../events.ts';
import { TextLink } from '../../parts/links.tsx';
import { Page } from '../../parts/page.tsx';
import { Phrase, useVoice } from '../../parts/speech.tsx';
import { Failed, Nothing, Outdated, Waiting } from '../../parts/states.tsx';
import { At } from '../../parts/time.tsx';
import { useHold } from '../../parts/use-hold.ts';
import { TrippedBreakers } from '../programs/tripped-breakers.tsx';
import { useMay } from '../sign-in/use-may.ts';
import { BulkBar } from './bulk-bar.tsx';
import { triageQuery } from './queries.ts';
import { Section } from './section.tsx';
import { settleView } from './settle-view.ts';
import classes from './triage.module.css';
import { TriageDesk } from './triage-desk.tsx';
import { TriageFilters } from './triage-filters.tsx';
import { filterOf, isNarrowed, type TriageSearch } from './triage-search.ts';

/** What helpdesk keeps open all day: who cannot work now, who soon, and who asked for help. */
export function TriagePage() {
  const voice = useVoice();
  const { triage: words, frame } = voice.words;
  const search = filterOf(useSearch({ from: '/signed-in/triage' }));
  const { data, error, refetch, isPlaceholderData } = useQuery(triageQuery(search));
  const isLost = useIsLost();
  const stale = isLost || error !== null;
  const cannotWork = data?.sections.find(({ section }) => section === 'cannot-work')?.total ?? 0;
  return (
    <Page
      title={frame.places.triage}
      tab={cannotWork > 0 && !stale ? voice.fill(words.tab, { count: cannotWork }) : frame.places.triage}
      about={data ? <Summary view={data} stale={stale} /> : words.about}
    >
      <TrippedBreakers program={search.program} />
      <TriageFilters search={search} />
      {data && <Outdated error={error} retry={() => void refetch()} />}
      {data && <Work view={data} search={search} stale={stale} old={isPlaceholderData} />}
      {!data && error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting lines={8} height={56} />}
    </Page>
  );
}

/** One sentence that answers the first question of the day; read out whenever it changes. */
function Summary({ view, stale }: { view: TriageView; stale: boolean }) {
  const voice = useVoice();
  const { summary } = voice.words.triage;
  const [now, soon] = (['cannot-work', 'soon'] as const).map(
    (name) => view.sections.find(({ section }) => section === name)?.total ?? 0,
  );
  const parts = [
    now && voice.count(summary.now, now),
    soon && voice.count(summary.soon, soon),
    view.incidents && voice.count(summary.incidents, view.incidents),
    view.waiting && voice.count(summary.waiting, view.waiting),
  ].filter(Boolean);
  const told = parts.length > 0 ? `${parts.join(', ')}.` : summary.everybody;
  return (
    <span role="status">
      {stale ? <Phrase text={summary.lastKnown} with={{ time: <At at={view.at} />, told }} /> : told}
    </span>
  );
}

interface WorkProps {
  view: TriageView;
  search: TriageSearch;
  /** The console cannot be reached. */
  stale: boolean;
  /** It is the answer to the question before. */
  old: boolean;
}

function Work({ view, search, stale, old }: WorkProps) {
  const { orderChanged } = useVoice().words.triage;
  const { isHeld, release, listeners } = useHold();
  const of = JSON.stringify(search);
  // Rows are held where they are, but not among those that another filter leaves.
  const before = useRef<{ of: string; view: TriageView }>(undefined);
  const held = before.current?.of === of ? before.current.view : undefined;
  const { shown, isWaiting } = settleView(held, view, isHeld);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (!old) before.current = { of, view: shown };
  });
  const choose = (ids: readonly string[], isChosen: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (isChosen) next.add(id);
      else next.delete(id);
    }
    setChosen(next);
  };
  const matching = shown.sections.reduce((sum, section) => sum + section.matching, 0);
  if (matching === 0) return <Nobody view={shown} search={search} />;
  return (
    <TriageDesk {...{ chosen, stale, isHeld }} onChoose={choose}>
      <Impact view={shown} />
      <div data-stale={stale || old || undefined} inert={old} className={classes['work']} {...listeners}>
        {isWaiting && (
          <div className={classes['waiting']}>
            <Button size="compact-sm" leftSection={<IconRefreshDot size={16} aria-hidden />} onClick={release}>
              {orderChanged}
            </Button>
          </div>
        )}
        {shown.sections.map((section) => (
          <Section key={section.section} section={section} search={search} />
        ))}
      </div>
      {chosen.size > 0 && <BulkBar chosen={chosen} onDone={() => setChosen(new Set())} />}
    </TriageDesk>
  );
}

function Nobody({ view, search }: { view: TriageView; search: TriageSearch }) {
  const voice = useVoice();
  const { none } = voice.words.triage;
  if (isNarrowed(search)) {
    return (
      <Nothing icon={IconSearchOff} title={none.noneFits} action={<TextLink to="/triage">{none.showAll}</TextLink>}>
        {none.noneFitsWhy}
      </Nothing>
    );
  }
  const { locked, draining, warned, ready } = view.counts;
  const all = locked + draining + warned + ready;
  if (all === 0) return <NoWorkstation />;
  return (
    <Nothing icon={IconMoodSmile} title={none.all}>
      {voice.fill(none.allWhy, { workstations: voice.count(voice.words.frame.terms.workstations, all) })}{' '}
      {view.nextShiftAt && <Phrase text={none.nextShift} with={{ time: <At at={view.nextShiftAt} /> }} />}
    </Nothing>
  );
}

/** A new console leads on to what brings the first workstation in. */
function NoWorkstation() {
  const { none } = useVoice().words.triage;
  const mayEnrol = useMay(consoleRoutes.createCode);
  return (
    <Nothing
      icon={IconDeviceLaptop}
      title={none.noWorkstation}
      action={<TextLink to="/programs">{mayEnrol ? none.makeCode : none.toPrograms}</TextLink>}
    >
      {none.noWorkstationWhy}
    </Nothing>
  );
}

/** Which queues suffer, the worst first. */
function Impact({ view }: { view: TriageView }) {
  const voice = useVoice();
  const { impact } = voice.words.triage;
  const missed = view.impact.filter(({ cannotWork }) => cannotWork > 0).slice(0, 5);
  if (missed.length === 0) return null;
  return (
    <List listStyleType="none" className={classes['impact'] ?? ''} aria-label={impact.title}>
      {missed.map(({ program, name, cannotWork, inShift, workstations }) => {
        const all = inShift ?? workstations;
        const text = voice.form(inShift === undefined ? impact.workstations : impact.inShift, all);
        const parts = { name: <strong>{name}</strong>, missed: voice.number(cannotWork), count: voice.number(all) };
        return (
          <List.Item key={program}>
            <Text size="sm" span>
              <Phrase text={text} with={parts} />
            </Text>
          </List.Item>
        );
      })}
    </List>
  );
}
