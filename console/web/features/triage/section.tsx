import { Text, Title } from '@mantine/core';
import { useDeferredValue } from 'react';
import type { TriageView } from '../../../../shared/protocol/case-views.ts';
import { stepByArrow } from '../../parts/row-steps.ts';
import { useVoice } from '../../parts/speech.tsx';
import { useDesk } from './desk.ts';
import { Group, linesOf } from './group.tsx';
import classes from './triage.module.css';
import type { TriageSearch } from './triage-search.ts';

interface SectionProps {
  section: TriageView['sections'][number];
  search: TriageSearch;
}

/** Groups drawn at once; the others follow, in pieces between which the page answers. */
const atFirst = 8;

/** One of the three questions of the day, and everybody it is about. */
export function Section({ section: { section, total, matching, groups, left }, search }: SectionProps) {
  const voice = useVoice();
  const { stale } = useDesk();
  const { sections, section: words } = voice.words.triage;
  const { title, none } = sections[section];
  const some = { matching: voice.number(matching), total: voice.number(total) };
  const drawn = useDeferredValue(groups, groups.slice(0, atFirst));
  const before = drawn.map((_group, index) =>
    drawn.slice(0, index).reduce((lines, group) => lines + linesOf(group), 1),
  );
  return (
    <section className={`panel ${classes['section']}`} data-section={section} aria-label={title}>
      <div className={classes['heading']}>
        <Title order={2} size="h4">
          {title}
        </Title>
        <Text size="sm" c="dimmed">
          {stale ? '–' : matching === total ? some.total : voice.fill(words.some, some)}
        </Text>
      </div>
      {groups.length === 0 ? (
        <Text size="sm" c="dimmed" className={classes['none'] ?? ''}>
          {total === 0 ? none : words.noneFits}
        </Text>
      ) : (
        <table
          className="table"
          aria-rowcount={groups.reduce((lines, group) => lines + linesOf(group), 1)}
          onKeyDown={stepByArrow}
        >
          <caption className="unseen">{voice.fill(words.caption, { title })}</caption>
          <Head section={section} />
          {drawn.map((group, index) => (
            <Group key={group.key} {...{ section, group, search }} before={before[index] ?? 1} />
          ))}
        </table>
      )}
      {left > 0 && (
        <Text size="sm" c="dimmed" className={classes['none'] ?? ''}>
          {voice.count(words.left, left)}
        </Text>
      )}
    </section>
  );
}

function Head({ section }: Pick<SectionProps['section'], 'section'>) {
  const { columns } = useVoice().words.triage;
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th className={classes['tick']}>
          <span className="unseen">{columns.select}</span>
        </th>
        <th className={classes['who']}>{columns.who}</th>
        <th className="mantine-visible-from-sm">{columns.why}</th>
        <th className={`mantine-visible-from-md ${classes['time']}`}>
          {section === 'soon' ? columns.locksAt : columns.since}
        </th>
        <th className={`mantine-visible-from-md ${classes['time']}`}>{columns.shift}</th>
        <th className={`mantine-visible-from-lg ${classes['word']}`}>{columns.contact}</th>
        <th className={`mantine-visible-from-lg ${classes['word']}`}>{columns.assignee}</th>
        <th className={classes['acts']}>
          <span className="unseen">{columns.actions}</span>
        </th>
      </tr>
    </thead>
  );
}
