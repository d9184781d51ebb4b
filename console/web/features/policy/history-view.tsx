import { Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { PolicyVersion } from '../../../../shared/protocol/policy-views.ts';
import type { ProgramView } from '../../../../shared/protocol/views.ts';
import { Panel } from '../../parts/page.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { Failed, Waiting } from '../../parts/states.tsx';
import { At } from '../../parts/time.tsx';
import { useMay } from '../sign-in/use-may.ts';
import { Changes } from './change-list.tsx';
import { diffLines } from './line-diff.ts';
import { sayNote } from './note-words.ts';
import classes from './policy.module.css';
import { versionQuery, versionsQuery } from './queries.ts';
import type { Draft } from './use-policy-draft.ts';

/** Every version with what it changed; any of them can be the draft again. */
export function HistoryView({ program, draft }: { program: ProgramView; draft: Draft }) {
  const versions = useInfiniteQuery(versionsQuery(program.id));
  const { version } = useSearch({ from: '/signed-in/programs/$id/policy' });
  const navigate = useNavigate({ from: '/programs/$id/policy' });
  const { history: words } = useVoice().words.policy;
  const rows = versions.data?.pages.flatMap((page) => page.rows);
  if (!rows) {
    return versions.error ? (
      <Failed error={versions.error} retry={() => void versions.refetch()} />
    ) : (
      <Waiting lines={5} />
    );
  }
  const shown = Number(version) || rows[0]?.version;
  return (
    <Stack gap="md">
      <Panel title={words.versions}>
        <table className="table table-flush">
          <thead>
            <tr>
              <th>{words.version}</th>
              <th className="mantine-visible-from-sm">{words.when}</th>
              <th className="mantine-visible-from-sm">{words.note}</th>
              <th>{words.state}</th>
              <th>
                <span className="unseen">{words.difference}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Version
                key={row.version}
                row={row}
                isShown={row.version === shown}
                onShow={() =>
                  void navigate({
                    search: { view: 'history', version: String(row.version) },
                    replace: true,
                    resetScroll: false,
                  })
                }
              />
            ))}
          </tbody>
        </table>
        {versions.hasNextPage && (
          <Button variant="default" mt="sm" onClick={() => void versions.fetchNextPage()}>
            {words.older}
          </Button>
        )}
      </Panel>
      {shown !== undefined && <Difference key={shown} program={program} version={shown} draft={draft} />}
    </Stack>
  );
}

function Version({ row, isShown, onShow }: { row: PolicyVersion; isShown: boolean; onShow: () => void }) {
  const voice = useVoice();
  const { history: words } = voice.words.policy;
  const { version, author, at, state, share, inForce, decidedBy } = row;
  return (
    <tr>
      <td>
        {version}
        <Text size="xs" c="dimmed">
          {voice.actor(author)}
        </Text>
        <Text size="xs" c="dimmed" component="div" hiddenFrom="sm">
          <At at={at} />
        </Text>
      </td>
      <td className="mantine-visible-from-sm">
        <At at={at} />
      </td>
      <td className="mantine-visible-from-sm">{sayNote(row, voice) || '–'}</td>
      <td>
        {inForce ? <strong>{words.inForce}</strong> : voice.fill(words.states[state], { share })}
        {decidedBy && state !== 'stopped' && (
          <Text size="xs" c="dimmed">
            {voice.fill(words.by, { name: voice.actor(decidedBy) })}
          </Text>
        )}
      </td>
      <td>
        <Button
          size="compact-sm"
          variant="default"
          aria-pressed={isShown}
          onClick={onShow}
          aria-label={voice.fill(words.showChanges, { version })}
        >
          {words.show}
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
  const mayWrite = useMay(consoleRoutes.saveDraft);
  const voice = useVoice();
  const { history: words } = voice.words.policy;
  if (!data) return error ? <Failed error={error} retry={() => void refetch()} /> : <Waiting lines={6} height={20} />;
  const takeBack = () => {
    draft.write(data.text);
    void navigate({ to: '/programs/$id/policy', params: { id: program.id }, search: { view: 'text' } });
  };
  return (
    <Panel
      title={voice.fill(data.previous ? words.against : words.title, {
        version,
        previous: data.previous?.version ?? '',
      })}
      aside={
        mayWrite &&
        !data.inForce && (
          <Button size="xs" leftSection={<IconArrowBackUp size={16} aria-hidden />} onClick={takeBack}>
            {voice.fill(words.takeAsDraft, { version })}
          </Button>
        )
      }
    >
      <Stack gap="md">
        {data.previous && <Changes changes={data.changes} />}
        <section className={classes['diff']} aria-label={words.texts}>
          {diffLines(data.previous?.text ?? data.text, data.text).map(({ id, kind, text }) => (
            <div key={id} data-kind={kind}>
              <span aria-hidden>{{ same: '  ', added: '+ ', removed: '− ' }[kind]}</span>
              {kind !== 'same' && <span className="unseen">{words.line[kind]}</span>}
              <code>{text || ' '}</code>
            </div>
          ))}
        </section>
        <Group>
          <Text size="sm" c="dimmed">
            {words.neverChanged}
          </Text>
        </Group>
      </Stack>
    </Panel>
  );
}
