import { IconCircleCheck, IconCircleDashed, IconClockPause, IconHelpCircle } from '@tabler/icons-react';
import type { CheckId } from '../../../shared/checks/index.ts';
import { At, useVoice } from '../parts/speech.tsx';
import { FixButton } from './fix-button.tsx';
import { isCheck } from './fixes.ts';
import classes from './quiet-rows.module.css';
import type { Row, Rows } from './rows.ts';

/** What could not be read, and why: never told as a failure. */
export function UnknownRows({ rows }: { rows: readonly Row[] }) {
  const voice = useVoice();
  if (rows.length === 0) return null;
  return (
    <section className="panel">
      <h2>{voice.words.home.unknown}</h2>
      <ul className={classes['rows']}>
        {rows.map((row) => {
          const { problem, remedy } = voice.say(row.cause, row.code, row.params);
          return (
            <li key={row.key} className={classes['row']}>
              <IconHelpCircle size={20} aria-hidden />
              <div className="stack">
                <p>{problem}</p>
                {row.code === 'location-off' ? <FixButton row={row} remedy={remedy} /> : null}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

export function ExcusedRows({ rows }: { rows: readonly Row[] }) {
  const voice = useVoice();
  if (rows.length === 0) return null;
  const [before = '', after = ''] = voice.words.home.excusedUntil.split('{time}');
  return (
    <section className="panel">
      <h2>{voice.words.home.excused}</h2>
      <ul className={classes['rows']}>
        {rows.map((row) => (
          <li key={row.key} className={classes['row']}>
            <IconClockPause size={20} aria-hidden />
            <div>
              <p>{voice.say(row.cause, row.code, row.params).problem}</p>
              {row.until && (
                <p className="dimmed">
                  {before}
                  <At at={row.until} />
                  {after}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Small and dimmed, so that what needs doing stands out. */
export function FineRows({ rows }: { rows: Rows }) {
  const voice = useVoice();
  const { fine, notNeeded } = rows;
  if (fine.length + notNeeded.length === 0) return null;
  return (
    <section className={classes['fine']}>
      <h2>{voice.count(voice.words.home.fine, fine.length)}</h2>
      <ul>
        {fine.map((check: CheckId) => (
          <li key={check}>
            <IconCircleCheck size={16} aria-hidden />
            {voice.title(check)}
          </li>
        ))}
        {notNeeded.map((row) => (
          <li key={row.key}>
            <IconCircleDashed size={16} aria-hidden />
            <span>
              {isCheck(row.cause) ? voice.title(row.cause) : row.cause} · {voice.words.home.notNeeded}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
