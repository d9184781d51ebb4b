import { Group, NativeSelect, Text } from '@mantine/core';
import { IconDeviceLaptop } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';

import { Facet, type Overview } from '../../../../shared/protocol/oversight-views.ts';
import { AccessBadge } from '../../parts/access-badge.tsx';
import { Page, Panel } from '../../parts/page.tsx';
import { bySeverity } from '../../parts/severity.ts';
import { Failed, Nothing, Outdated, Waiting } from '../../parts/states.tsx';
import { At } from '../../parts/time.tsx';
import { plural } from '../../parts/words.ts';
import { programsQuery } from '../programs/queries.ts';
import { facetTitles, sayFacet } from './facet-words.ts';
import { FleetCurve } from './fleet-curve.tsx';
import classes from './overview.module.css';
import { overviewQuery } from './queries.ts';
import { WorkstationsBehind } from './workstations-behind.tsx';

/** The whole fleet in figures; each figure opens the list behind it. */
export function OverviewPage() {
  const search = useSearch({ from: '/signed-in/overview' });
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(overviewQuery(search.program));
  const programs = useQuery(programsQuery).data?.rows ?? [];
  const facet = Facet.safeParse(search.facet).data;
  const retry = () => void refetch();
  return (
    <Page
      title="Overview"
      about={
        data ? (
          <>
            As of <At at={data.at} />
          </>
        ) : undefined
      }
      actions={
        programs.length > 1 && (
          <NativeSelect
            aria-label="Program"
            value={search.program ?? ''}
            data={[
              { value: '', label: 'All programs' },
              ...programs.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(event) =>
              void navigate({ to: '/overview', search: { program: event.currentTarget.value || undefined } })
            }
          />
        )
      }
    >
      {data && <Outdated error={error} retry={retry} />}
      {!data && error && <Failed error={error} retry={retry} />}
      {!data && !error && <Waiting lines={6} height={90} />}
      {data?.workstations === 0 && (
        <Nothing icon={IconDeviceLaptop} title="No workstation yet">
          Make an enrolment code on the page of the programs; figures appear with the first report.
        </Nothing>
      )}
      {data && facet && search.value !== undefined && (
        <WorkstationsBehind
          key={`${facet} ${search.value}`}
          program={search.program}
          facet={facet}
          value={search.value}
        />
      )}
      {data && data.workstations > 0 && <Figures overview={data} program={search.program} />}
    </Page>
  );
}

function Figures({ overview, program }: { overview: Overview; program: string | undefined }) {
  const { programs, series, latency } = overview;
  return (
    <>
      <Panel title="Access now" aside={<Text size="sm">{plural(overview.workstations, 'workstation')}</Text>}>
        <table className="table table-flush">
          <thead>
            <tr>
              <th>Program</th>
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
                    <Link
                      to="/overview"
                      search={{ program: id, facet: 'access', value: access }}
                      className="count-link"
                    >
                      {counts[access].toLocaleString('en')}
                      <span className="unseen">
                        {' '}
                        {access} in {name}
                      </span>
                    </Link>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
      <Panel title="The last 14 days">
        <FleetCurve series={series} />
      </Panel>
      <Panel title="How fast, in the last 7 days">
        <Group gap="xl">
          <Speed title="Failure to lock" told={latency.lock} />
          <Speed title="Fix to access" told={latency.fix} />
        </Group>
      </Panel>
      <div className={classes['facets']}>
        {(['cause', 'system', 'end-of-life', 'wifi', 'vpn', 'agent'] as const).map((facet) => (
          <FacetPanel key={facet} facet={facet} overview={overview} program={program} />
        ))}
      </div>
    </>
  );
}

function Speed({ title, told }: { title: string; told: Overview['latency']['lock'] }) {
  const seconds = (value: number) => (value < 1000 ? `${Math.round(value)} ms` : `${(value / 1000).toFixed(1)} s`);
  return (
    <div>
      <Text size="sm" c="dimmed">
        {title}
      </Text>
      {told ? (
        <Text>
          <strong>{seconds(told.median)}</strong> in the middle, <strong>{seconds(told.p95)}</strong> for 95 of 100
          <Text span size="sm" c="dimmed">
            {' '}
            ({plural(told.count, 'time')})
          </Text>
        </Text>
      ) : (
        <Text size="sm">Nothing measured yet</Text>
      )}
    </div>
  );
}

interface FacetPanelProps {
  facet: Facet;
  overview: Overview;
  program: string | undefined;
}

function FacetPanel({ facet, overview, program }: FacetPanelProps) {
  const slices = overview.facets[facet];
  const most = Math.max(1, ...slices.map(({ workstations }) => workstations));
  return (
    <Panel title={facetTitles[facet]}>
      {slices.length === 0 && (
        <Text size="sm">{facet === 'cause' ? 'Nobody is locked or warned.' : 'Nothing known yet.'}</Text>
      )}
      <ul className={classes['slices']}>
        {slices.map(({ value, workstations }) => (
          <li key={value}>
            <Link to="/overview" search={{ program, facet, value }} className={classes['slice']}>
              <span>{sayFacet(facet, value)}</span>
              <strong>{workstations.toLocaleString('en')}</strong>
              <span className={classes['bar']} style={{ width: `${(workstations / most) * 100}%` }} aria-hidden />
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
