import { Button } from '@mantine/core';
import { IconCircleX, IconClockExclamation, IconHelpCircle, IconInfoCircle, IconLock } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import type { CheckId } from '../../../shared/checks/index.ts';
import { Done, Trouble } from '../parts/outcome.tsx';
import { At, useVoice } from '../parts/speech.tsx';
import { StateMark, type Tone } from '../parts/state-mark.tsx';
import { useAct } from '../parts/use-act.ts';
import type { Voice } from '../voice.ts';
import { FixButton } from './fix-button.tsx';
import { isCheck } from './fixes.ts';
import type { Row } from './rows.ts';

interface ProblemCardProps {
  row: Row;
  /** More than one program: each card then says for which it counts. */
  several: boolean;
  recheck: (check: CheckId) => Promise<void>;
}

/** One thing to fix: what, why it matters to the caller, one way to put it right, and a look whether it worked. */
export function ProblemCard({ row, several, recheck }: ProblemCardProps) {
  const voice = useVoice();
  const { words } = voice;
  const title = useId();
  const { problem, remedy } = voice.say(row.cause, row.code, row.params);
  const why = voice.why(row.cause);
  return (
    <li className="panel" aria-labelledby={title}>
      <div className="spread">
        <h3>{isCheck(row.cause) ? voice.title(row.cause) : words.home.locksNow}</h3>
        <Urgency row={row} />
      </div>
      <p id={title} style={{ fontWeight: 600 }}>
        {problem}
      </p>
      <p>{remedy}</p>
      {why && <p className="dimmed">{voice.fill(words.home.why, { why })}</p>}
      {several && <p className="dimmed">{voice.fill(words.home.countsFor, { programs: voice.list(row.programs) })}</p>}
      <div className="row">
        <FixButton row={row} remedy={remedy} />
        {isCheck(row.cause) && <CheckAgain check={row.cause} recheck={recheck} voice={voice} gone={row.gone} />}
      </div>
    </li>
  );
}

function Urgency({ row }: { row: Row }): ReactNode {
  const voice = useVoice();
  const { home } = voice.words;
  const look = urgencyOf(row);
  if (!look) return null;
  const { icon, tone } = look;
  return (
    <StateMark tone={tone} icon={icon}>
      {row.effect === 'deadline' && row.until ? <FixBy until={row.until} /> : home[look.word]}
    </StateMark>
  );
}

function FixBy({ until }: { until: string }) {
  const voice = useVoice();
  const [before = '', after = ''] = voice.words.home.fixBy.split('{time}');
  return (
    <span>
      {before}
      <At at={until} />
      {after}
    </span>
  );
}

type Word = 'locksNow' | 'afterCall' | 'fixBy' | 'heldBack' | 'advice';

function urgencyOf({ effect, kind }: Row): { icon: typeof IconLock; tone: Tone; word: Word } | undefined {
  switch (effect) {
    case 'lock':
      return { icon: IconLock, tone: 'locked', word: 'locksNow' };
    case 'drain':
      return { icon: IconCircleX, tone: 'draining', word: 'afterCall' };
    case 'deadline':
      return { icon: kind === 'fail' ? IconClockExclamation : IconHelpCircle, tone: 'warned', word: 'fixBy' };
    case 'suspended':
      return { icon: IconInfoCircle, tone: 'neutral', word: 'heldBack' };
    case 'advise':
      return { icon: IconInfoCircle, tone: 'neutral', word: 'advice' };
    default:
      return undefined;
  }
}

interface CheckAgainProps {
  check: CheckId;
  gone: boolean;
  voice: Voice;
  recheck: (check: CheckId) => Promise<void>;
}

function CheckAgain({ check, gone, voice, recheck }: CheckAgainProps) {
  const [readAt, setReadAt] = useState<string>();
  const { run, isBusy, trouble } = useAct();
  const { home } = voice.words;
  const look = () =>
    run(async () => {
      await recheck(check);
      setReadAt(new Date().toISOString());
    });
  const stillThere = readAt && !gone && voice.fill(home.stillThere, { time: voice.clock(readAt, Date.parse(readAt)) });
  return (
    <>
      <Button
        variant="default"
        loading={isBusy}
        onClick={look}
        aria-label={`${home.checkAgain}: ${voice.title(check)}`}
      >
        {home.checkAgain}
      </Button>
      <Done>{gone ? home.fixed : stillThere}</Done>
      <Trouble reason={trouble} />
    </>
  );
}
