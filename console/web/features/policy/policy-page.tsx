import { Button, Group, Tabs, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconInfoCircle, IconZoomQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { PolicyDraft } from '../../../../shared/protocol/policy-views.ts';
import type { ProgramView } from '../../../../shared/protocol/views.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Failed, Nothing, Waiting } from '../../parts/states.tsx';
import { At } from '../../parts/time.tsx';
import { programsQuery } from '../programs/queries.ts';
import { BreakerView } from './breaker-view.tsx';
import { EditorView } from './editor-view.tsx';
import { FormView } from './form-view.tsx';
import { HistoryView } from './history-view.tsx';
import { PlanView } from './plan-view.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { draftQuery, policyQuery } from './queries.ts';
import { RolloutBanner } from './rollout-banner.tsx';
import { type Draft, type Published, type SaveState, usePolicyDraft } from './use-policy-draft.ts';

/** Everything about one program's policy: write it, see whom it hits, bring it in, look back. */
export function PolicyPage() {
  const { id } = useParams({ from: '/signed-in/programs/$id/policy' });
  const programs = useQuery(programsQuery);
  const policy = useQuery(policyQuery(id));
  const draft = useQuery(draftQuery(id));
  const program = programs.data?.rows.find((one) => one.id === id);
  const error = programs.error ?? policy.error ?? draft.error;
  const retry = () => void Promise.all([programs.refetch(), policy.refetch(), draft.refetch()]);
  if (program && policy.data && draft.data) {
    return <Loaded key={id} program={program} published={policy.data} saved={draft.data.draft} />;
  }
  return (
    <Page title="Policy" about={<BackLink to="/programs">All programs</BackLink>}>
      {programs.data && !program && <Nothing icon={IconZoomQuestion} title="There is no such program" />}
      {error && <Failed error={error} retry={retry} />}
      {!error && !programs.data && <Waiting lines={10} height={30} />}
    </Page>
  );
}

interface LoadedProps {
  program: ProgramView;
  published: Published;
  saved: PolicyDraft | undefined;
}

function Loaded({ program, published, saved }: LoadedProps) {
  const draft = usePolicyDraft(program.id, published, saved);
  const [publishing, dialog] = useDisclosure(false);
  return (
    <Page
      title={`Policy of ${program.name}`}
      about={
        <Group gap="2px var(--mantine-spacing-md)">
          <BackLink to="/programs">All programs</BackLink>
          <span>
            Version {published.version} by {published.author}, <At at={published.at} />
            {published.note && ` – “${published.note}”`}
          </span>
        </Group>
      }
      actions={
        <>
          <Text size="sm" c="dimmed" role="status">
            {draft.isChanged ? saveWords[draft.state] : 'As published'}
          </Text>
          <Button variant="default" disabled={!draft.isChanged} onClick={() => void draft.discard()}>
            Discard draft
          </Button>
          <Button disabled={!draft.isChanged || !draft.parsed.ok} onClick={dialog.open}>
            Publish…
          </Button>
        </>
      }
    >
      <RolloutBanner program={program} />
      {draft.isOvertaken && (
        <Notice tone="warned" icon={IconInfoCircle} title={`Version ${published.version} came in between`}>
          {published.author} published it after this draft was begun. Publishing the draft replaces it.{' '}
          <Button size="compact-sm" variant="default" onClick={() => void draft.discard()}>
            Show theirs, drop this draft
          </Button>
        </Notice>
      )}
      <Views program={program} draft={draft} />
      {publishing && <PublishDialog program={program} draft={draft} onClose={dialog.close} />}
    </Page>
  );
}

const saveWords: Readonly<Record<SaveState, string>> = {
  saved: 'Draft saved',
  waiting: 'Draft not saved yet',
  saving: 'Saving the draft',
  failed: 'The draft could not be saved; it is tried again with the next change',
};

const views = [
  { value: 'text', label: 'Text' },
  { value: 'form', label: 'Form' },
  { value: 'plan', label: 'Plan' },
  { value: 'history', label: 'History' },
  { value: 'breaker', label: 'Breaker' },
] as const;

function Views({ program, draft }: { program: ProgramView; draft: Draft }) {
  const { view = 'text' } = useSearch({ from: '/signed-in/programs/$id/policy' });
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
      <Tabs.List aria-label="Views of the policy" mb="md">
        {views.map(({ value, label }) => (
          <Tabs.Tab key={value} value={value}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="text">
        <EditorView draft={draft} />
      </Tabs.Panel>
      <Tabs.Panel value="form">
        <FormView draft={draft} />
      </Tabs.Panel>
      <Tabs.Panel value="plan">
        <PlanView program={program} draft={draft} />
      </Tabs.Panel>
      <Tabs.Panel value="history">
        <HistoryView program={program} draft={draft} />
      </Tabs.Panel>
      <Tabs.Panel value="breaker">
        <BreakerView program={program} />
      </Tabs.Panel>
    </Tabs>
  );
}
