import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { bridge } from '../bridge.ts';
import { useModel } from '../model.ts';
import { useNow } from '../parts/clock.ts';
import { Trouble } from '../parts/outcome.tsx';
import { At, useVoice } from '../parts/speech.tsx';
import { useAct } from '../parts/use-act.ts';
import { ProblemCard } from './problem-card.tsx';
import { Programs } from './programs.tsx';
import { ExcusedRows, FineRows, UnknownRows } from './quiet-rows.tsx';
import type { Row } from './rows.ts';
import { tellingOf } from './telling.ts';
import { VerdictCard } from './verdict-card.tsx';

/** The one page that a person needs on most days: whether they can take calls, until when, and what to do if not. */
export function TodayPlace() {
  const voice = useVoice();
  const { words } = voice;
  const model = useModel();
  const now = useNow(5000);
  const { state, sentence, deadline, rows } = tellingOf(model, voice, now);
  const { snapshot } = model;
  if (!snapshot || state === 'crashed') return <VerdictCard state={state} sentence={sentence} />;
  const { link, programs } = snapshot;
  const several = programs.length > 1;
  const cards = (title: string, list: readonly Row[]) =>
    list.length > 0 && (
      <section className="stack">
        <h2>{title}</h2>
        <ul className="stack">
          {list.map((row) => (
            <ProblemCard key={row.key} row={row} several={several} recheck={(check) => bridge.recheck([check])} />
          ))}
        </ul>
      </section>
    );
  return (
    <>
      <VerdictCard state={state} sentence={sentence} deadline={deadline} />
      <Programs programs={programs} reachable={link.state === 'connected'} />
      {cards(words.home.toFix, rows.toFix)}
      {cards(words.home.goodToFix, rows.advice)}
      <UnknownRows rows={rows.unknown} />
      <ExcusedRows rows={rows.excused} />
      <FineRows rows={rows} />
      {state !== 'checking' && <LastCheck />}
    </>
  );
}

function LastCheck() {
  const voice = useVoice();
  const { home } = voice.words;
  const { lastCheck } = useModel();
  const { run, isBusy, trouble } = useAct();
  const [before = '', after = ''] = home.lastCheck.split('{time}');
  return (
    <div className="spread dimmed">
      {lastCheck ? (
        <span>
          {before}
          <At at={lastCheck.at} />
          {voice.fill(after, { seconds: voice.span(lastCheck.took) })}
        </span>
      ) : (
        <span>{home.neverChecked}</span>
      )}
      <Button
        variant="default"
        size="xs"
        loading={isBusy}
        leftSection={<IconRefresh size={16} aria-hidden />}
        onClick={() => run(() => bridge.recheck())}
      >
        {home.checkAll}
      </Button>
      <Trouble reason={trouble} />
    </div>
  );
}
