import { Text, Title } from '@mantine/core';
import type { TriageView } from '../../../../shared/protocol/case-views.ts';
import { stepByArrow } from '../../parts/row-steps.ts';
import { Group, linesOf } from './group.tsx';
import classes from './triage.module.css';
import type { TriageSearch } from './triage-search.ts';
import { sectionWords } from './triage-words.ts';

interface SectionProps {
  section: TriageView['sections'][number];
  search: TriageSearch;
}

/** One of the three questions of the day, and everybody it is about. */
export function Section({ section: { section, total, matching, groups, left }, search }: SectionProps) {
  const { title, none } = sectionWords[section];
  const before = groups.map((_group, index) =>
    groups.slice(0, index).reduce((lines, group) => lines + linesOf(group), 1),
  );
  return (
    <section className={`panel ${classes['section']}`} data-section={section} aria-label={title}>
      <div className={classes['heading']}>
        <Title order={2} size="h4">
          {title}
        </Title>
        <Text size="sm" c="dimmed">
          {matching === total
            ? total.toLocaleString('en')
            : `${matching.toLocaleString('en')} of ${total.toLocaleString('en')}`}
        </Text>
      </div>
      {groups.length === 0 ? (
        <Text size="sm" c="dimmed" className={classes['none'] ?? ''}>
          {total === 0 ? none : 'Nobody here fits the filters.'}
        </Text>
      ) : (
        <table
          className="table"
          aria-rowcount={groups.reduce((lines, group) => lines + linesOf(group), 1)}
          onKeyDown={stepByArrow}
        >
          <caption className="unseen">{title}, grouped by cause</caption>
          <thead>
            <tr aria-rowindex={1}>
              <th className={classes['tick']}>
                <span className="unseen">Select</span>
              </th>
              <th className={classes['who']}>Person and PC</th>
              <th className="mantine-visible-from-sm">Why</th>
              <th className={`mantine-visible-from-md ${classes['time']}`}>
                {section === 'soon' ? 'Locks at' : 'Since'}
              </th>
              <th className={`mantine-visible-from-md ${classes['time']}`}>Shift</th>
              <th className={`mantine-visible-from-lg ${classes['word']}`}>Contact</th>
              <th className={`mantine-visible-from-lg ${classes['word']}`}>Assignee</th>
              <th className={classes['acts']}>
                <span className="unseen">Actions</span>
              </th>
            </tr>
          </thead>
          {groups.map((group, index) => (
            <Group key={group.key} {...{ section, group, search }} before={before[index] ?? 1} />
          ))}
        </table>
      )}
      {left > 0 && (
        <Text size="sm" c="dimmed" className={classes['none'] ?? ''}>
          {left.toLocaleString('en')} further causes. Narrow the filters to see them.
        </Text>
      )}
    </section>
  );
}
