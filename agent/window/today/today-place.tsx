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
import { type Row, rowsOf } from './rows.ts';
import { sentenceOf } from './sentence.ts';
import { judge } from './verdict.ts';
import { VerdictCard } from './verdict-card.tsx';

/** The one page that a person needs on most days: whether they can take calls, until when, and what to do if not. */
export function TodayPlace() {
  const voice = useVoice();
  const { words } = voice;
  const { snapshot, phase } = useModel();
  const now = useNow(5000);
  if (!snapshot || phase === 'crashed') {
    const state = phase === 'crashed' ? 'crashed' : 'checking';
    const { crashed, crashedMore, checking, checkingNow } = words.verdict;
    const sentence =
      state === 'crashed' ? { first: crashed, more: crashedMore } : { first: checking, more: checkingNow };
    return <VerdictCard state={state} sentence={sentence} />;
  }
  const rows = rowsOf(snapshot.programs);
  const verdict = judge(snapshot, rows, now);
  const { link, programs } = snapshot;
  const { lastContactAt } = link;
  const sentence = sentenceOf(
    { verdict, rows, programs: programs.length, console: snapshot.console.name, lastContactAt, now },
    voice,
  );
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
      <VerdictCard state={verdict.state} sentence={sentence} deadline={verdict.deadline} />
      <Programs programs={programs} reachable={link.state === 'connected'} />
      {cards(words.home.toFix, rows.toFix)}
      {cards(words.home.goodToFix, rows.advice)}
      <UnknownRows rows={rows.unknown} />
      <ExcusedRows rows={rows.excused} />
      <FineRows rows={rows} />
      {verdict.state !== 'checking' && <LastCheck />}
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
