import { Button, Text, UnstyledButton, useMatches } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TriageGroup, TriageSection } from '../../../../shared/protocol/case-views.ts';
import { Refusal } from '../../parts/states.tsx';
import { At, Until } from '../../parts/time.tsx';
import { plural } from '../../parts/words.ts';
import { CaseRow } from './case-row.tsx';
import { GroupActs } from './group-acts.tsx';
import { groupQuery } from './queries.ts';
import classes from './triage.module.css';
import type { TriageSearch } from './triage-search.ts';
import { caseWords } from './triage-words.ts';

interface GroupProps {
  section: TriageSection;
  group: TriageGroup;
  search: TriageSearch;
}

/** So few are shown without being asked for. */
const few = 3;

/** Columns that the list shows beside that of the actions. */
const columns = { base: 2, sm: 3, md: 5, lg: 7 };

/** Everybody with the same cause: one line, one explanation, and the people below it. */
export function Group({ section, group, search }: GroupProps) {
  const [isOpen, setOpen] = useState(group.workstations <= few);
  const span = useMatches(columns);
  if (group.workstations === 1) {
    return group.rows.map((row) => <CaseRow key={row.workstation} row={row} section={section} />);
  }
  return (
    <>
      <tr className={classes['group']}>
        <th colSpan={span} scope="rowgroup">
          <UnstyledButton className={classes['toggle']} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            <IconChevronRight size={18} aria-hidden className={classes['chevron']} />
            <span>
              <Text span fw={650}>
                {plural(group.workstations, 'workstation')}
              </Text>
              {' · '}
              {caseWords(group)}
              <Text size="xs" c="dimmed" component="div">
                Since <At at={group.since} />
                {group.locksAt && (
                  <>
                    {' · first lock '}
                    <Until at={group.locksAt} />
                  </>
                )}
                {group.inShift > 0 && ` · ${group.inShift} in shift`}
                {group.assignees.length > 0 && ` · ${group.assignees.join(', ')}`}
              </Text>
            </span>
          </UnstyledButton>
        </th>
        <td className={classes['acts']}>
          <GroupActs section={section} group={group} search={search} />
        </td>
      </tr>
      {isOpen && <Members section={section} group={group} search={search} />}
    </>
  );
}

/** The first few came with the group; the others are read when they are wanted. */
function Members({ section, group, search }: GroupProps) {
  const [wantsAll, setWantsAll] = useState(false);
  const all = useInfiniteQuery({ ...groupQuery(search, section, group.key), enabled: wantsAll });
  const pages = all.data?.pages.flatMap(({ rows }) => rows);
  const rows = pages ?? group.rows;
  const left = group.workstations - rows.length;
  const span = useMatches(columns);
  const showMore = () => {
    if (wantsAll) void all.fetchNextPage();
    else setWantsAll(true);
  };
  return (
    <>
      {rows.map((row) => (
        <CaseRow key={row.workstation} row={row} section={section} isMember />
      ))}
      {(left > 0 || all.error) && (
        <tr>
          <td colSpan={span + 1}>
            <Refusal error={all.error} />
            {left > 0 && (
              <Button variant="subtle" size="compact-sm" loading={all.isFetching} onClick={showMore}>
                Show {Math.min(left, 100).toLocaleString('en')} more of {left.toLocaleString('en')}
              </Button>
            )}
          </td>
        </tr>
      )}
    </>
  );
}
