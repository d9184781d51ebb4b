import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconInfoCircle, IconZoomQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useBlocker, useParams } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { parsePolicy } from '../../../../shared/policy/parse.ts';
import type { Policy } from '../../../../shared/policy/policy.ts';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { ReplyOf } from '../../../../shared/protocol/route.ts';
import type { ProgramView } from '../../../../shared/protocol/views.ts';
import { keys } from '../../keys.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page, Panel } from '../../parts/page.tsx';
import { Failed, Nothing, Waiting } from '../../parts/states.tsx';
import { At } from '../../parts/time.tsx';
import { toastDone } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';
import { checkTitle, plural } from '../../parts/words.ts';
import { LeaveDialog } from './leave-dialog.tsx';
import { PolicyEditor } from './policy-editor.tsx';
import { policySentences, ruleSentences } from './policy-words.ts';
import { ProblemList } from './problem-list.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { policyQuery, programsQuery } from './queries.ts';

type Published = ReplyOf<typeof consoleRoutes.policy>;

export function PolicyPage() {
  const { id } = useParams({ from: '/signed-in/programs/$id/policy' });
  const programs = useQuery(programsQuery);
  const policy = useQuery(policyQuery(id));
  const program = programs.data?.rows.find((one) => one.id === id);
  const error = programs.error ?? policy.error;
  const retry = () => void Promise.all([programs.refetch(), policy.refetch()]);
  if (program && policy.data) return <Loaded key={id} program={program} published={policy.data} />;
  return (
    <Page title="Policy" about={<BackLink to="/programs">All programs</BackLink>}>
      {programs.data && !program && <Nothing icon={IconZoomQuestion} title="There is no such program" />}
      {error && <Failed error={error} retry={retry} />}
      {!error && !programs.data && <Waiting lines={10} height={30} />}
    </Page>
  );
}

function Loaded({ program, published }: { program: ProgramView; published: Published }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft(program, published);
  const [publishing, dialog] = useDisclosure(false);
  const { parsed, isChanged } = draft;
  const problems = parsed.ok ? [] : parsed.problems;
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
          <Button variant="default" disabled={!isChanged} onClick={draft.discard}>
            Discard changes
          </Button>
          <Button disabled={!isChanged || !parsed.ok} onClick={dialog.open}>
            Publish…
          </Button>
        </>
      }
    >
      {draft.isOvertaken && (
        <Notice tone="warned" icon={IconInfoCircle} title={`Version ${published.version} came in between`}>
          {published.author} published it while you were writing. Publishing yours replaces it.{' '}
          <Button size="compact-sm" variant="default" onClick={draft.discard}>
            Show theirs, drop mine
          </Button>
        </Notice>
      )}
      <div className="editor-columns">
        <Panel
          title="Text"
          aside={
            <Text size="sm" c="dimmed">
              {isChanged ? 'Not published yet' : 'As published'}
            </Text>
          }
        >
          <PolicyEditor
            field={field}
            text={draft.text}
            problems={problems}
            readOnly={draft.publish.isPending}
            onChange={draft.write}
          />
        </Panel>
        {parsed.ok ? (
          <InWords policy={parsed.policy} />
        ) : (
          <Panel title={plural(problems.length, 'problem')}>
            <ProblemList field={field} problems={problems} />
          </Panel>
        )}
      </div>
      {publishing && (
        <PublishDialog
          program={program}
          publish={draft.publish}
          onPublish={(note) => draft.send(note, dialog.close)}
          onClose={dialog.close}
        />
      )}
      <LeaveDialog blocker={draft.blocker} />
    </Page>
  );
}

/** The text being written, beside the one in force; leaving the page asks before it is lost. */
function useDraft(program: ProgramView, published: Published) {
  const [base, setBase] = useState(published);
  const [text, write] = useState(published.text);
  const parsed = useMemo(() => parsePolicy(text), [text]);
  const publish = useCall(consoleRoutes.putPolicy, [keys.programs, keys.policy(program.id), keys.audit]);
  const isChanged = text !== base.text;
  const take = (version: Published) => {
    setBase(version);
    write(version.text);
  };
  // A version that others publish is shown at once, unless that would overwrite what is being written.
  if (base.version !== published.version && (!isChanged || text === published.text)) take(published);
  const blocker = useBlocker({ shouldBlockFn: () => isChanged, enableBeforeUnload: isChanged, withResolver: true });
  const send = (note: string, onDone: () => void) => {
    const onSuccess = ({ version }: { version: number }) => {
      setBase({ ...base, text, version });
      onDone();
      toastDone(`Version ${version} of the policy is in force.`);
    };
    publish.mutate({ params: { id: program.id }, body: { text, note } }, { onSuccess });
  };
  const isOvertaken = base.version !== published.version && base.version < published.version;
  return { text, write, parsed, isChanged, isOvertaken, discard: () => take(published), publish, send, blocker };
}

function InWords({ policy }: { policy: Policy }) {
  return (
    <Panel title="In words">
      <Stack gap="sm">
        {ruleSentences(policy).map(({ check, sentence }) => (
          <div key={check}>
            <Text size="sm" fw={600}>
              {checkTitle(check)}
            </Text>
            <Text size="sm">{sentence}</Text>
          </div>
        ))}
        {policySentences(policy).map((sentence) => (
          <Text key={sentence} size="sm" c="dimmed">
            {sentence}
          </Text>
        ))}
      </Stack>
    </Panel>
  );
}
