import { Button, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Plan, PlanRow } from '../../../../shared/protocol/policy-views.ts';
import { AccessBadge } from '../../parts/access-badge.tsx';
import { TextLink } from '../../parts/links.tsx';
import { Panel } from '../../parts/page.tsx';
import { Phrase, useVoice } from '../../parts/speech.tsx';
import { Until } from '../../parts/time.tsx';

const shownAtOnce = 50;

/** Everybody whom the draft changes something for, by name. */
export function PlanRows({ plan: { rows, more } }: { plan: Plan }) {
  const voice = useVoice();
  const { rows: words } = voice.words.policyPlan;
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState(shownAtOnce);
  const wanted = search.toLowerCase();
  const fitting = rows.filter(({ hostName, person }) => `${hostName} ${person ?? ''}`.toLowerCase().includes(wanted));
  if (rows.length === 0) {
    return (
      <Panel title={words.title}>
        <Text size="sm">{words.nobody}</Text>
      </Panel>
    );
  }
  return (
    <Panel
      title={words.title}
      aside={
        <TextInput
          aria-label={words.search}
          placeholder={words.searchFor}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      }
    >
      <table className="table table-flush">
        <thead>
          <tr>
            <th>{words.pc}</th>
            <th>{words.wouldBe}</th>
            <th>{words.why}</th>
            <th className="mantine-visible-from-sm">{words.hours}</th>
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
          {voice.fill(words.showMore, {
            workstations: voice.count(voice.words.frame.terms.workstations, fitting.length),
          })}
        </Button>
      )}
      {more > 0 && (
        <Text size="sm" c="dimmed" mt="sm">
          {voice.count(words.more, more)}
        </Text>
      )}
    </Panel>
  );
}

function Row({ row }: { row: PlanRow }) {
  const voice = useVoice();
  const { rows: words } = voice.words.policyPlan;
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
            {inShift && ` · ${words.inShift}`}
          </Text>
        )}
      </td>
      <td>
        {effect === 'no-data' ? words.noData : <AccessBadge access={after} />}
        {locksAt && (
          <Text size="xs" c="dimmed" component="div">
            <Phrase text={words.locks} with={{ time: <Until at={locksAt} /> }} />
          </Text>
        )}
      </td>
      <td>{reasons[0] ? voice.problem(reasons[0]) : '–'}</td>
      <td className="mantine-visible-from-sm">
        {voice.fill(words.hoursBoth, { after: voice.number(hours.after), before: voice.number(hours.before) })}
      </td>
    </tr>
  );
}
