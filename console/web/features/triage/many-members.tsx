import { useMatches } from '@mantine/core';
import type { TriageGroup, TriageRow, TriageSection } from '../../../../shared/protocol/case-views.ts';
import { rowAt } from '../../parts/paged-rows.ts';
import { Outdated } from '../../parts/states.tsx';
import { usePagedRows } from '../../parts/use-paged-rows.ts';
import { useSettledRows } from '../../parts/use-settled-rows.ts';
import { RowToCome, VirtualRows } from '../../parts/virtual-rows.tsx';
import { CaseRow } from './case-row.tsx';
import { useDesk } from './desk.ts';
import { type GroupPage, groupQuery, pageSize } from './queries.ts';
import type { TriageSearch } from './triage-search.ts';

interface ManyMembersProps {
  section: TriageSection;
  group: TriageGroup;
  search: TriageSearch;
  /** Lines of the table before them. */
  before: number;
}

/** In rem, of a row that has not been drawn yet. */
const heights = { base: 8.5, sm: 6 };
const idOf = ({ workstation }: TriageRow) => workstation;

/** The workstations of a group, however many: read and drawn as far as they are in sight. */
export function ManyMembers({ section, group, search, before }: ManyMembersProps) {
  const { isHeld } = useDesk();
  const target = { section, group: group.key };
  const { list, error, retry, see } = usePagedRows<TriageRow, GroupPage>({
    of: JSON.stringify([target, search]),
    size: pageSize,
    query: (page) => groupQuery(search, target, page),
  });
  const first = { total: group.workstations, size: pageSize, pages: new Map([[0, group.rows]]) };
  const { shown } = useSettledRows(list?.rows ?? first, { isHeld, of: list?.of ?? '', idOf });
  const height = useMatches(heights, { getInitialValueInEffect: false });
  return (
    <>
      {error && (
        <tbody>
          <tr>
            <td />
            <td>
              <Outdated error={error} retry={retry} />
            </td>
          </tr>
        </tbody>
      )}
      <VirtualRows
        count={shown.total}
        rowHeight={height}
        before={before}
        idAt={(index) => rowAt(shown, index)?.row.workstation}
        onSight={see}
      >
        {(place, index) => {
          const one = rowAt(shown, index);
          if (!one) return <RowToCome place={place} height={height} />;
          return <CaseRow place={place} section={section} isMember {...one} />;
        }}
      </VirtualRows>
    </>
  );
}
