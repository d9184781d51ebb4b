import { Button, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Plan, PlanRow } from '../../../../shared/protocol/policy-views.ts';
import { AccessBadge } from '../../parts/access-badge.tsx';
import { TextLink } from '../../parts/links.tsx';
import { Panel } from '../../parts/page.tsx';
import { Until } from '../../parts/time.tsx';
import { plural, problemOf } from '../../parts/words.ts';

const shownAtOnce = 50;

/** Everybody whom the draft changes something for, by name. */
export function PlanRows({ plan: { rows, more } }: { plan: Plan }) {
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState(shownAtOnce);
  const wanted = search.toLowerCase();
  const fitting = rows.filter(({ hostName, person }) => `${hostName} ${person ?? ''}`.toLowerCase().includes(wanted));
  if (rows.length === 0) {
    return (
      <Panel title="Who">
        <Text size="sm">Nobody would notice.</Text>
      </Panel>
    );
  }
  return (
    <Panel
      title="Who"
      aside={
        <TextInput
          aria-label="Search by PC or person"
          placeholder="PC or person"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      }
    >
      <table className="table table-flush">
        <thead>
          <tr>
            <th>PC</th>
            <th>Would be</th>
            <th>Why</th>
            <th className="mantine-visible-from-sm">Hours locked</th>
          </tr>
        </thead>
        <tbody>
          {fitting.slice(0, shown).map((row) => (
            <Row key={row.workstation} row={row} />
          ))}
        </tbody>
      </table>
      {fitting.length > shown && (
        <Button variant="default" mt="sm" onClick={() => setShown(shown + 200)}>
          Show more of {plural(fitting.length, 'workstation')}
        </Button>
      )}
      {more > 0 && (
        <Text size="sm" c="dimmed" mt="sm">
          {plural(more, 'more workstation')} are counted above but not named here.
        </Text>
      )}
    </Panel>
  );
}

function Row({ row }: { row: PlanRow }) {
  const { workstation, hostName, person, after, reasons, locksAt, inShift, hours, effect } = row;
  return (
    <tr>
      <td>
        <TextLink to="/workstations/$id" params={{ id: workstation }}>
          {hostName}
        </TextLink>
        {person && (
          <Text size="sm" c="dimmed">
            {person}
            {inShift && ' · in shift'}
          </Text>
        )}
      </td>
      <td>
        {effect === 'no-data' ? 'No data' : <AccessBadge access={after} />}
        {locksAt && (
          <Text size="xs" c="dimmed" component="div">
            locks <Until at={locksAt} />
          </Text>
        )}
      </td>
      <td>{reasons[0] ? problemOf(reasons[0]) : '–'}</td>
      <td className="mantine-visible-from-sm">
        {hours.after.toLocaleString('en')} instead of {hours.before.toLocaleString('en')}
      </td>
    </tr>
  );
}
