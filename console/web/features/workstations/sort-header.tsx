import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ListSort } from '../../../../shared/protocol/workstation-list.ts';
import { useVoice } from '../../parts/speech.tsx';
import { type ListSearch, sortedBy } from './list-search.ts';
import classes from './workstation-table.module.css';

interface SortHeaderProps {
  search: ListSearch;
  /** What stands in the column: the first line, then the second. */
  by: readonly ListSort[];
  className?: string | undefined;
}

/** Names what stands in a column; a click sorts the list by it. */
export function SortHeader({ search, by, className = '' }: SortHeaderProps) {
  const navigate = useNavigate();
  const { columns, order } = useVoice().words.list;
  const sort = search.sort ?? 'access';
  const direction = search.direction ?? 'ascending';
  const Arrow = direction === 'ascending' ? IconArrowUp : IconArrowDown;
  return (
    <th className={className} {...(by.includes(sort) && { 'aria-sort': direction })}>
      <span className={classes['sorts']}>
        {by.map((one) => (
          <UnstyledButton
            key={one}
            className={classes['sort']}
            onClick={() => void navigate({ to: '/workstations', search: sortedBy(search, one), replace: true })}
          >
            {columns[one]}
            {one === sort && (
              <>
                <Arrow size={14} aria-hidden />
                <span className="unseen">, {order[direction]}</span>
              </>
            )}
          </UnstyledButton>
        ))}
      </span>
    </th>
  );
}
