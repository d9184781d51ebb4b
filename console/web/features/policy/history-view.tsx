import { Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { PolicyState, PolicyVersion } from '../../../../shared/protocol/policy-views.ts';
import type { ProgramView } from '../../../../shared/protocol/views.ts';
import { Panel } from '../../parts/page.tsx';
import { Failed, Waiting } from '../../parts/states.tsx';
import { At } from '../../parts/time.tsx';
import { Changes } from './change-list.tsx';
import { diffLines } from './line-diff.ts';
import classes from './policy.module.css';
import { versionQuery, versionsQuery } from './queries.ts';
import type { Draft } from './use-policy-draft.ts';

const stateWords: Readonly<Record<PolicyState, string>> = {
  published: 'Published',
  staged: 'On its way',
  stopped: 'Stopped by itself',
  'awaiting-approval': 'Waits for approval',
  withdrawn: 'Taken back',
};

/** Every version with what it changed; any of them can be the draft again. */
export function HistoryView({ program, draft }: { program: ProgramView; draft: Draft }) {
  const versions = useInfiniteQuery(versionsQuery(program.id));
  const [opened, setOpened] = useState<number>();
  const rows = versions.data?.pages.flatMap((page) => page.rows);
  if (!rows) {
    return versions.error ? (
      <Failed error={versions.error} retry={() => void versions.refetch()} />
    ) : (
      <Waiting lines={5} />
    );
  }
  const shown = opened ?? rows[0]?.version;
  return (
    <Stack gap="md">
      <Panel title="Versions">
        <table className="table table-flush">
          <thead>
            <tr>
              <th>Version</th>
              <th>When</th>
              <th className="mantine-visible-from-sm">Note</th>
              <th>State</th>
              <th>
                <span className="unseen">Difference</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Version
                key={row.version}
                row={row}
                isShown={row.version === shown}
                onShow={() => setOpened(row.version)}
              />
            ))}
          </tbody>
        </table>
        {versions.hasNextPage && (
          <Button variant="default" mt="sm" onClick={() => void versions.fetchNextPage()}>
            Show older
          </Button>
        )}
      </Panel>
      {shown !== undefined && <Difference key={shown} program={program} version={shown} draft={draft} />}
    </Stack>
  );
}

function Version({ row, isShown, onShow }: { row: PolicyVersion; isShown: boolean; onShow: () => void }) {
  const { version, author, at, note, state, share, inForce, decidedBy } = row;
  return (
    <tr>
      <td>
        {version}
        <Text size="xs" c="dimmed">
          {author}
        </Text>
      </td>
      <td>
        <At at={at} />
      </td>
      <td className="mantine-visible-from-sm">{note || '–'}</td>
      <td>
        {inForce ? <strong>In force</strong> : stateWords[state]}
        {state === 'staged' && ` for ${share} %`}
        {decidedBy && (
          <Text size="xs" c="dimmed">
            by {decidedBy}
          </Text>
        )}
      </td>
      <td>
        <Button
          size="compact-sm"
          variant="default"
          aria-pressed={isShown}
          onClick={onShow}
          aria-label={`Show what version ${version} changed`}
        >
          Show
        </Button>
      </td>
    </tr>
  );
}

interface DifferenceProps {
  program: ProgramView;
  version: number;
  draft: Draft;
}

function Difference({ program, version, draft }: DifferenceProps) {
  const { data, error, refetch } = useQuery(versionQuery(program.id, version));
  const navigate = useNavigate();
  if (!data) return error ? <Failed error={error} retry={() => void refetch()} /> : <Waiting lines={6} height={20} />;
  const takeBack = () => {
    draft.write(data.text);
    void navigate({ to: '/programs/$id/policy', params: { id: program.id }, search: { view: 'text' } });
  };
  return (
    <Panel
      title={data.previous ? `Version ${version} against version ${data.previous.version}` : `Version ${version}`}
      aside={
        !data.inForce && (
          <Button size="xs" leftSection={<IconArrowBackUp size={16} aria-hidden />} onClick={takeBack}>
            Take version {version} as the draft
          </Button>
        )
      }
    >
      <Stack gap="md">
        {data.previous && <Changes changes={data.changes} />}
        <section className={classes['diff']} aria-label="Difference of the texts">
          {diffLines(data.previous?.text ?? data.text, data.text).map(({ id, kind, text }) => (
            <div key={id} data-kind={kind}>
              <span aria-hidden>{{ same: '  ', added: '+ ', removed: '− ' }[kind]}</span>
              {kind !== 'same' && <span className="unseen">{kind}: </span>}
              {text || ' '}
            </div>
          ))}
        </section>
        <Group>
          <Text size="sm" c="dimmed">
            A version is never changed: taking an old one back makes it the draft, to be planned and published like any
            other.
          </Text>
        </Group>
      </Stack>
    </Panel>
  );
}
