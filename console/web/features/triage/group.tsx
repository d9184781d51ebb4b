import { Text, UnstyledButton, useMatches } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { TriageGroup, TriageSection } from '../../../../shared/protocol/case-views.ts';
import { Phrase, useVoice } from '../../parts/speech.tsx';
import { At, Until } from '../../parts/time.tsx';
import { CaseRow } from './case-row.tsx';
import { GroupActs } from './group-acts.tsx';
import { ManyMembers } from './many-members.tsx';
import classes from './triage.module.css';
import { isGroupOpen, type TriageSearch, withGroup } from './triage-search.ts';
import { caseWords } from './triage-words.ts';

export interface GroupProps {
  section: TriageSection;
  group: TriageGroup;
  search: TriageSearch;
  /** Lines of the table before it. */
  before: number;
}

/** So few are shown without being asked for. */
const few = 3;

/** Columns that the list shows beside that of the actions. */
const columns = { base: 2, sm: 3, md: 5, lg: 7 };

/** Lines that a group takes in the table, those that are not shown included. */
export function linesOf({ workstations }: TriageGroup): number {
  return workstations === 1 ? 1 : workstations + 1;
}

/** Everybody with the same cause: one line, one explanation, and the people below it. */
export function Group({ section, group, search, before }: GroupProps) {
  const voice = useVoice();
  const { group: words, row } = voice.words.triage;
  const { isOpen, toggle } = useOpen(group);
  const span = useMatches(columns);
  if (group.workstations === 1) return <Rows {...{ section, group, before }} />;
  return (
    <>
      <tbody>
        <tr className={classes['group']} aria-rowindex={before + 1}>
          <th colSpan={span} scope="rowgroup">
            <UnstyledButton className={classes['toggle']} aria-expanded={isOpen} onClick={toggle}>
              <IconChevronRight size={18} aria-hidden className={classes['chevron']} />
              <span>
                <Text span fw={650}>
                  {voice.count(voice.words.frame.terms.workstations, group.workstations)}
                </Text>
                {' · '}
                {caseWords(group, voice)}
                <Text size="xs" c="dimmed" component="div">
                  <Phrase text={row.since} with={{ time: <At at={group.since} /> }} />
                  {group.locksAt && (
                    <>
                      {' · '}
                      <Phrase text={words.firstLock} with={{ time: <Until at={group.locksAt} /> }} />
                    </>
                  )}
                  {group.inShift > 0 && ` · ${voice.count(words.inShift, group.inShift)}`}
                  {group.assignees.length > 0 && ` · ${group.assignees.join(', ')}`}
                </Text>
              </span>
            </UnstyledButton>
          </th>
          <td className={classes['acts']}>
            <GroupActs section={section} group={group} search={search} />
          </td>
        </tr>
      </tbody>
      {isOpen && <Members {...{ section, group, search }} before={before + 1} />}
    </>
  );
}

/** A group stays open while the address says so; small ones are open from the start, until they are closed. */
function useOpen({ key, workstations }: TriageGroup) {
  const search = useSearch({ from: '/signed-in/triage' });
  const navigate = useNavigate();
  const [isSmall, setSmall] = useState(workstations <= few);
  const isOpen = isSmall || isGroupOpen(search, key);
  const toggle = () => {
    setSmall(false);
    void navigate({ to: '/triage', search: withGroup(search, key, !isOpen), replace: true, resetScroll: false });
  };
  return { isOpen, toggle };
}

/** The first few came with the group; where there are more, those in sight are read. */
function Members(props: GroupProps) {
  const { group } = props;
  return group.rows.length < group.workstations ? <ManyMembers {...props} /> : <Rows {...props} isMember />;
}

function Rows({ section, group, before, isMember = false }: Omit<GroupProps, 'search'> & { isMember?: boolean }) {
  return (
    <tbody>
      {group.rows.map((row, index) => (
        <CaseRow
          key={row.workstation}
          place={{ 'aria-rowindex': before + index + 1 }}
          {...{ row, section, isMember }}
        />
      ))}
    </tbody>
  );
}
