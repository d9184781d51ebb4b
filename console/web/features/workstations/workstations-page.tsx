import { Group, Pagination, Text, VisuallyHidden } from '@mantine/core';
import { IconDeviceLaptop, IconMoodSmile, IconSearchOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Access } from '../../../../shared/access/decide.ts';
import { TextLink } from '../../parts/links.tsx';
import { Page } from '../../parts/page.tsx';
import { Failed, Nothing, Outdated, Waiting } from '../../parts/states.tsx';
import { plural } from '../../parts/words.ts';
import { ListFilters } from './list-filters.tsx';
import { isFiltered, type ListSearch, pageSize } from './list-search.ts';
import { workstationsQuery } from './queries.ts';
import { WorkstationTable } from './workstation-table.tsx';

/** Opens on who cannot work right now. */
export function WorkstationsPage() {
  const search = useSearch({ from: '/signed-in/workstations' });
  const list = useQuery(workstationsQuery(search));
  const { data } = list;
  const locked = data?.counts.locked ?? 0;
  return (
    <Page
      title="Workstations"
      tab={locked > 0 ? `(${locked}) Workstations` : 'Workstations'}
      about={data ? <Summary counts={data.counts} search={search} /> : 'Who can work, who cannot, and why.'}
    >
      <ListFilters search={search} counts={data?.counts} />
      {data && <Outdated error={list.error} retry={() => void list.refetch()} />}
      {data && data.rows.length > 0 && <WorkstationTable rows={data.rows} stale={list.isPlaceholderData} />}
      {data?.rows.length === 0 && <NoRows search={search} />}
      {data && <Pages search={search} total={data.total} />}
      {!data && list.error && <Failed error={list.error} retry={() => void list.refetch()} />}
      {!data && !list.error && <Waiting lines={8} height={56} />}
    </Page>
  );
}

/** One sentence that answers the first question of the day; read out whenever it changes. */
function Summary({ counts, search }: { counts: Record<Access, number>; search: ListSearch }) {
  const { locked, draining, warned, ready } = counts;
  const total = locked + draining + warned + ready;
  const parts = [
    locked > 0 && `${plural(locked, 'person cannot', 'people cannot')} work now`,
    draining > 0 && `${draining} finishing a call first`,
    warned > 0 && `${warned} must fix something soon`,
  ].filter(Boolean);
  const none = isFiltered(search) ? 'Nobody fits the filters.' : 'Nobody is enrolled yet.';
  const sentence = parts.length > 0 ? `${parts.join(', ')}.` : total > 0 ? 'Everyone can work.' : none;
  return <span role="status">{sentence}</span>;
}

function NoRows({ search }: { search: ListSearch }) {
  const { access, program, search: text } = search;
  if (access === 'locked' && !program && !text) {
    return (
      <Nothing icon={IconMoodSmile} title="Nobody is locked">
        Everyone can work, or is finishing a call.
      </Nothing>
    );
  }
  if (isFiltered(search)) {
    return (
      <Nothing
        icon={IconSearchOff}
        title="No workstation fits"
        action={<TextLink to="/workstations">Show all</TextLink>}
      >
        Try other words, or clear the filters.
      </Nothing>
    );
  }
  return (
    <Nothing
      icon={IconDeviceLaptop}
      title="No workstation yet"
      action={<TextLink to="/programs">Make an enrolment code</TextLink>}
    >
      A PC appears here as soon as its person has entered an enrolment code.
    </Nothing>
  );
}

function Pages({ search, total }: { search: ListSearch; total: number }) {
  const navigate = useNavigate();
  const { page = 1 } = search;
  if (total <= pageSize) return <VisuallyHidden>{plural(total, 'workstation')}</VisuallyHidden>;
  const first = (page - 1) * pageSize + 1;
  const turn = (next: number) =>
    void navigate({ to: '/workstations', search: { ...search, page: next > 1 ? next : undefined } });
  return (
    <Group justify="space-between">
      <Text size="sm" c="dimmed">
        {first}–{Math.min(first + pageSize - 1, total)} of {total.toLocaleString('en')}
      </Text>
      <Pagination
        total={Math.ceil(total / pageSize)}
        value={page}
        onChange={turn}
        getControlProps={(control) => ({ 'aria-label': `${control} page` })}
        getItemProps={(item) => ({ 'aria-label': `Page ${item}` })}
      />
    </Group>
  );
}
