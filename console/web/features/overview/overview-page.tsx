import { Group, NativeSelect, Text } from '@mantine/core';
import { IconDeviceLaptop } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { bySeverity } from '../../../../shared/access/severity.ts';
import type { Overview } from '../../../../shared/protocol/oversight-views.ts';
import type { Facet } from '../../../../shared/protocol/workstation-list.ts';
import { AccessBadge } from '../../parts/access-badge.tsx';
import { TextLink } from '../../parts/links.tsx';
import { Page, Panel } from '../../parts/page.tsx';
import { Phrase, useVoice } from '../../parts/speech.tsx';
import { Failed, Nothing, Outdated, Waiting } from '../../parts/states.tsx';
import { At } from '../../parts/time.tsx';
import { programsQuery } from '../programs/queries.ts';
import { TrippedBreakers } from '../programs/tripped-breakers.tsx';
import { sayFacet } from '../workstations/facet-words.ts';
import { listBehind } from '../workstations/list-search.ts';
import { FleetCurve } from './fleet-curve.tsx';
import { LatencyDialog } from './latency-dialog.tsx';
import classes from './overview.module.css';
import { overviewQuery, type Speed } from './queries.ts';

/** The whole fleet in figures; each figure opens the list behind it. */
export function OverviewPage() {
  const { overview: words } = useVoice().words;
  const search = useSearch({ from: '/signed-in/overview' });
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(overviewQuery(search.program));
  const programs = useQuery(programsQuery).data?.rows ?? [];
  const retry = () => void refetch();
  return (
    <Page
      title={words.title}
      about={data && <Phrase text={words.asOf} with={{ time: <At at={data.at} /> }} />}
      actions={
        programs.length > 1 && (
          <NativeSelect
            aria-label={words.program}
            value={search.program ?? ''}
            data={[
              { value: '', label: words.allPrograms },
              ...programs.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(event) =>
              void navigate({ to: '/overview', search: { program: event.currentTarget.value || undefined } })
            }
          />
        )
      }
    >
      <TrippedBreakers program={search.program} />
      {data && <Outdated error={error} retry={retry} />}
      {!data && error && <Failed error={error} retry={retry} />}
      {!data && !error && <Waiting lines={6} height={90} />}
      {data?.workstations === 0 && (
        <Nothing icon={IconDeviceLaptop} title={words.none}>
          {words.noneWhy}
        </Nothing>
      )}
      {data && data.workstations > 0 && <Figures overview={data} program={search.program} />}
      {search.latency && (
        <LatencyDialog
          of={search.latency}
          program={search.program}
          onClose={() =>
            void navigate({ to: '/overview', search: { program: search.program }, replace: true, resetScroll: false })
          }
        />
      )}
    </Page>
  );
}

function Figures({ overview, program }: { overview: Overview; program: string | undefined }) {
  const { programs, series, latency } = overview;
  const voice = useVoice();
  const { overview: words, frame } = voice.words;
  return (
    <>
      <Panel
        title={words.accessNow}
        aside={
          <TextLink to="/workstations" search={{ program }}>
            {voice.count(frame.terms.workstations, overview.workstations)}
          </TextLink>
        }
      >
        <div className={classes['wide']}>
          <table className="table table-flush">
            <thead>
              <tr>
                <th>{words.program}</th>
                {bySeverity.map((access) => (
                  <th key={access}>
                    <AccessBadge access={access} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {programs.map(({ id, name, counts }) => (
                <tr key={id}>
                  <td>{name}</td>
                  {bySeverity.map((access) => (
                    <td key={access}>
                      <Link to="/workstations" search={{ program: id, access }} className="count-link">
                        {voice.number(counts[access])}{' '}
                        <span className="unseen">
                          {voice.fill(words.accessIn, { access: voice.access[access], name })}
                        </span>
                      </Link>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Panel>
      <Panel title={words.curve.title}>
        <FleetCurve series={series} />
      </Panel>
      <Panel title={words.speed.title}>
        <Group gap="xl">
          {(['lock', 'fix'] as const).map((of) => (
            <SpeedFigure key={of} of={of} told={latency[of]} />
          ))}
        </Group>
      </Panel>
      <div className={classes['facets']}>
        {(['cause', 'system', 'end-of-life', 'wifi', 'vpn', 'agent', 'contact', 'enrolment'] as const).map((facet) => (
          <FacetPanel key={facet} facet={facet} overview={overview} program={program} />
        ))}
      </div>
    </>
  );
}

function SpeedFigure({ of, told }: { of: Speed; told: Overview['latency'][Speed] }) {
  const voice = useVoice();
  const { speed: words } = voice.words.overview;
  return (
    <div>
      <Text size="sm" c="dimmed">
        {words[of]}
      </Text>
      {told ? (
        <Text>
          <Phrase
            text={words.told}
            with={{
              median: <strong>{voice.milliseconds(told.median)}</strong>,
              most: <strong>{voice.milliseconds(told.p95)}</strong>,
            }}
          />{' '}
          <TextLink to="/overview" search={(before) => ({ ...before, latency: of })} resetScroll={false}>
            {voice.count(words.times, told.count)}
          </TextLink>
        </Text>
      ) : (
        <Text size="sm">{words.none}</Text>
      )}
    </div>
  );
}

interface FacetPanelProps {
  facet: Exclude<Facet, 'peopleGroup'>;
  overview: Overview;
  program: string | undefined;
}

function FacetPanel({ facet, overview, program }: FacetPanelProps) {
  const voice = useVoice();
  const { overview: words } = voice.words;
  const slices = overview.facets[facet];
  const most = Math.max(1, ...slices.map(({ workstations }) => workstations));
  return (
    <Panel title={words.facets[facet]}>
      {slices.length === 0 && <Text size="sm">{facet === 'cause' ? words.nobodyStopped : words.nothingKnown}</Text>}
      <ul className={classes['slices']}>
        {slices.map(({ value, workstations }) => (
          <li key={value}>
            <Link to="/workstations" search={listBehind(facet, value, program)} className={classes['slice']}>
              <span>{sayFacet(voice, facet, value)}</span>
              <strong>{voice.number(workstations)}</strong>
              <span className={classes['bar']} style={{ width: `${(workstations / most) * 100}%` }} aria-hidden />
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
