import { Anchor } from '@mantine/core';
import { IconDeviceLaptop, IconMoodSmile, IconSearchOff } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import type { WorkstationRow } from '../../../../shared/protocol/views.ts';
import { listExportPath, type WorkstationList } from '../../../../shared/protocol/workstation-list.ts';
import { TextLink } from '../../parts/links.tsx';
import { Page } from '../../parts/page.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { Failed, Nothing, Outdated, Waiting } from '../../parts/states.tsx';
import { usePagedRows } from '../../parts/use-paged-rows.ts';
import { ListFilters } from './list-filters.tsx';
import { isFiltered, type ListSearch } from './list-search.ts';
import { pageSize, workstationsQuery } from './queries.ts';
import { WorkstationTable } from './workstation-table.tsx';

/** Opens on who cannot work right now. */
export function WorkstationsPage() {
  const voice = useVoice();
  const search = useSearch({ from: '/signed-in/workstations' });
  const { list, isOfBefore, error, retry, see } = usePagedRows<WorkstationRow, WorkstationList>({
    of: JSON.stringify(search),
    size: pageSize,
    query: (page) => workstationsQuery(search, page),
  });
  const { list: words, frame } = voice.words;
  const reply = list?.reply;
  const locked = reply?.counts.locked ?? 0;
  const title = frame.places.workstations;
  return (
    <Page
      title={title}
      tab={locked > 0 ? voice.fill(words.tab, { count: locked }) : title}
      about={reply ? <Summary reply={reply} search={search} /> : words.about}
      actions={
        <Anchor href={exportHref(search)} download size="sm">
          {words.export}
        </Anchor>
      }
    >
      <ListFilters search={search} reply={reply} />
      {list && <Outdated error={error} retry={retry} />}
      {list && list.reply.total > 0 && (
        <WorkstationTable search={search} of={list.of} rows={list.rows} stale={isOfBefore} onSight={see} />
      )}
      {reply?.total === 0 && <NoRows search={search} />}
      {!list && error && <Failed error={error} retry={retry} />}
      {!list && !error && <Waiting lines={8} height={56} />}
    </Page>
  );
}

function exportHref(search: ListSearch): string {
  const given = Object.entries(search).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return `${listExportPath}?${new URLSearchParams(given)}`;
}

/** One sentence that answers the first question of the day; read out whenever it changes. */
function Summary({ reply: { counts, total }, search }: { reply: WorkstationList; search: ListSearch }) {
  const voice = useVoice();
  const { summary } = voice.words.list;
  if (search.enrolment === 'revoked') return <span role="status">{voice.count(summary.revoked, total)}</span>;
  const parts = (['locked', 'draining', 'warned'] as const)
    .filter((access) => counts[access] > 0)
    .map((access) => voice.count(summary[access], counts[access]));
  const none = counts.ready > 0 ? summary.all : isFiltered(search) ? summary.noneFits : summary.noneEnrolled;
  return <span role="status">{parts.length > 0 ? `${parts.join(', ')}.` : none}</span>;
}

function NoRows({ search }: { search: ListSearch }) {
  const { none } = useVoice().words.list;
  const { access, sort: _sort, direction: _direction, ...others } = search;
  if (access === 'locked' && !isFiltered(others)) {
    return (
      <Nothing icon={IconMoodSmile} title={none.nobodyLocked}>
        {none.nobodyLockedWhy}
      </Nothing>
    );
  }
  if (isFiltered(search)) {
    return (
      <Nothing
        icon={IconSearchOff}
        title={none.noneFits}
        action={<TextLink to="/workstations">{none.showAll}</TextLink>}
      >
        {none.noneFitsWhy}{' '}
        {search.search && !search.enrolment && (
          <TextLink to="/workstations" underline="always" search={{ search: search.search, enrolment: 'revoked' }}>
            {none.amongRevoked}
          </TextLink>
        )}
      </Nothing>
    );
  }
  return (
    <Nothing icon={IconDeviceLaptop} title={none.none} action={<TextLink to="/programs">{none.makeCode}</TextLink>}>
      {none.noneWhy}
    </Nothing>
  );
}
