import { Button, Group, Tabs, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconInfoCircle, IconZoomQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { PolicyDraft } from '../../../../shared/protocol/policy-views.ts';
import type { ProgramView } from '../../../../shared/protocol/views.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Phrase, useVoice } from '../../parts/speech.tsx';
import { Failed, Nothing, Waiting } from '../../parts/states.tsx';
import { At } from '../../parts/time.tsx';
import { programsQuery } from '../programs/queries.ts';
import { useMay } from '../sign-in/use-may.ts';
import { BreakerView } from './breaker-view.tsx';
import { EditorView } from './editor-view.tsx';
import { FormView } from './form-view.tsx';
import { HistoryView } from './history-view.tsx';
import { sayNote } from './note-words.ts';
import { PlanView, type PlanViewProps } from './plan-view.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { draftQuery, type Planned, policyQuery } from './queries.ts';
import { RolloutBanner } from './rollout-banner.tsx';
import { type Published, usePolicyDraft } from './use-policy-draft.ts';

/** Everything about one program's policy: write it, see whom it hits, bring it in, look back. */
export function PolicyPage() {
  const { id } = useParams({ from: '/signed-in/programs/$id/policy' });
  const programs = useQuery(programsQuery);
  const policy = useQuery(policyQuery(id));
  const draft = useQuery(draftQuery(id));
  const { policy: words } = useVoice().words;
  const program = programs.data?.rows.find((one) => one.id === id);
  const isUnknown = programs.data !== undefined && !program;
  const error = programs.error ?? policy.error ?? draft.error;
  const retry = () => void Promise.all([programs.refetch(), policy.refetch(), draft.refetch()]);
  if (program && policy.data && draft.data) {
    return <Loaded key={id} program={program} published={policy.data} saved={draft.data.draft} />;
  }
  return (
    <Page title={words.title} about={<BackLink to="/programs">{words.allPrograms}</BackLink>}>
      {isUnknown && <Nothing icon={IconZoomQuestion} title={words.noSuchProgram} />}
      {!isUnknown && error && <Failed error={error} retry={retry} />}
      {!isUnknown && !error && <Waiting lines={10} height={30} />}
    </Page>
  );
}

interface LoadedProps {
  program: ProgramView;
  published: Published;
  saved: PolicyDraft | undefined;
}

function Loaded({ program, published, saved }: LoadedProps) {
  const voice = useVoice();
  const { policy: words } = voice.words;
  const { version, at } = published;
  const [author, note] = [voice.actor(published.author), sayNote(published, voice)];
  const mayWrite = useMay(consoleRoutes.saveDraft);
  const mayPublish = useMay(consoleRoutes.putPolicy);
  const draft = usePolicyDraft(program.id, published, mayWrite ? saved : undefined);
  const [publishing, dialog] = useDisclosure(false);
  const [planned, setPlanned] = useState<Planned>();
  return (
    <Page
      title={voice.fill(words.of, { program: program.name })}
      about={
        <Group gap="2px var(--mantine-spacing-md)">
          <BackLink to="/programs">{words.allPrograms}</BackLink>
          <span>
            <Phrase
              text={note ? words.publishedByNote : words.publishedBy}
              with={{ version, author, note, time: <At at={at} /> }}
            />
          </span>
        </Group>
      }
      actions={
        mayPublish && (
          <>
            <Text size="sm" c="dimmed" role="status">
              {draft.isChanged || draft.problem ? words.save[draft.state] : words.asPublished}
              {draft.problem && ` ${voice.error(draft.problem)}`}
            </Text>
            <Button variant="default" disabled={!draft.isChanged} onClick={() => void draft.discard()}>
              {words.discard}
            </Button>
            <Button disabled={!draft.isChanged || !draft.parsed.ok} onClick={dialog.open}>
              {words.publish}
            </Button>
          </>
        )
      }
    >
      <RolloutBanner program={program} />
      {draft.isOvertaken && (
        <Notice tone="warned" icon={IconInfoCircle} title={voice.fill(words.overtaken.title, { version })}>
          {voice.fill(words.overtaken.about, { author })}{' '}
          <Button size="compact-sm" variant="default" onClick={() => void draft.discard()}>
            {words.overtaken.drop}
          </Button>
        </Notice>
      )}
      <Views {...{ program, draft, planned, mayWrite }} onPlan={setPlanned} />
      {publishing && <PublishDialog program={program} draft={draft} planned={planned} onClose={dialog.close} />}
    </Page>
  );
}

const views = ['text', 'form', 'plan', 'history', 'breaker'] as const;
/** Those in which nothing is written or worked out. */
const readable: readonly string[] = ['text', 'history', 'breaker'];

function Views({ mayWrite, ...plan }: PlanViewProps & { mayWrite: boolean }) {
  const { program, draft } = plan;
  const { view = 'text' } = useSearch({ from: '/signed-in/programs/$id/policy' });
  const { views: words } = useVoice().words.policy;
  const navigate = useNavigate();
  const show = (next: string | null) =>
    void navigate({
      to: '/programs/$id/policy',
      params: { id: program.id },
      search: { view: next ?? 'text' },
      replace: true,
    });
  return (
    <Tabs value={view} onChange={show} keepMounted={false}>
      <Tabs.List aria-label={words.label} mb="md">
        {views
          .filter((value) => mayWrite || readable.includes(value))
          .map((value) => (
            <Tabs.Tab key={value} value={value}>
              {words[value]}
            </Tabs.Tab>
          ))}
      </Tabs.List>
      <Tabs.Panel value="text">
        <EditorView draft={draft} readOnly={!mayWrite} />
      </Tabs.Panel>
      <Tabs.Panel value="form">{mayWrite && <FormView draft={draft} />}</Tabs.Panel>
      <Tabs.Panel value="plan">{mayWrite && <PlanView {...plan} />}</Tabs.Panel>
      <Tabs.Panel value="history">
        <HistoryView program={program} draft={draft} />
      </Tabs.Panel>
      <Tabs.Panel value="breaker">
        <BreakerView program={program} />
      </Tabs.Panel>
    </Tabs>
  );
}
