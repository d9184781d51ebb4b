import { ActionIcon, Group, NativeSelect } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { ListSort } from '../../../../shared/protocol/workstation-list.ts';
import { useVoice } from '../../parts/speech.tsx';
import { type ListSearch, sortedBy } from './list-search.ts';

interface OrderFieldProps {
  search: ListSearch;
  onChange: (search: ListSearch) => void;
}

/** Sorts the list on screens that have no room for the names of all columns. */
export function OrderField({ search, onChange }: OrderFieldProps) {
  const { order, columns } = useVoice().words.list;
  const sort = search.sort ?? 'access';
  const isDown = search.direction === 'descending';
  return (
    <Group gap={4} wrap="nowrap" hiddenFrom="xl">
      <NativeSelect
        aria-label={order.by}
        value={sort}
        data={ListSort.options.map((one) => ({ value: one, label: columns[one] }))}
        onChange={(event) => {
          const next = ListSort.safeParse(event.currentTarget.value).data;
          if (next && next !== sort) onChange(sortedBy(search, next));
        }}
      />
      <ActionIcon
        variant="default"
        size={36}
        aria-label={order.reverse}
        aria-pressed={isDown}
        onClick={() => onChange(sortedBy(search, sort))}
      >
        {isDown ? <IconArrowDown size={16} aria-hidden /> : <IconArrowUp size={16} aria-hidden />}
      </ActionIcon>
    </Group>
  );
}
