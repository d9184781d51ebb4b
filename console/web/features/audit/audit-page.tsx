import { Button, Code, Text } from '@mantine/core';
import { IconAlertTriangle, IconHistory, IconShieldCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { ReplyOf } from '../../../../shared/protocol/route.ts';
import type { AuditEntry } from '../../../../shared/protocol/views.ts';
import { TextLink } from '../../parts/links.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Failed, Nothing, Outdated, Refusal, Waiting } from '../../parts/states.tsx';
import { Ago, At } from '../../parts/time.tsx';
import { useCall } from '../../parts/use-call.ts';
import { plural } from '../../parts/words.ts';
import { auditDetails, auditHeadline, parseTarget } from './audit-words.ts';
import { auditQuery } from './queries.ts';

/** Everything that changed access or configuration, and the proof that nobody rewrote it. */
export function AuditPage() {
  const audit = useInfiniteQuery(auditQuery);
  const verify = useCall(consoleRoutes.verifyAudit);
  const entries = audit.data?.pages.flatMap(({ rows }) => rows);
  const retry = () => void audit.refetch();
  return (
    <Page
      title="Audit"
      about="Everything that changed access or configuration, newest first. Each entry carries the hash of the one before."
      actions={
        <Button
          variant="default"
          leftSection={<IconShieldCheck size={18} aria-hidden />}
          loading={verify.isPending}
          onClick={() => verify.mutate({})}
        >
          Verify the chain
        </Button>
      }
    >
      <Refusal error={verify.error} />
      {verify.data && <Verified result={verify.data} />}
      {entries && <Outdated error={audit.error} retry={retry} />}
      {entries && entries.length > 0 && <Entries entries={entries} />}
      {entries?.length === 0 && (
        <Nothing icon={IconHistory} title="Nothing yet">
          The first change of access or configuration appears here.
        </Nothing>
      )}
      {!entries && audit.error && <Failed error={audit.error} retry={retry} />}
      {!entries && !audit.error && <Waiting lines={8} />}
      {audit.hasNextPage && (
        <Button
          variant="default"
          loading={audit.isFetchingNextPage}
          onClick={() => void audit.fetchNextPage()}
          style={{ alignSelf: 'center' }}
        >
          Show older
        </Button>
      )}
    </Page>
  );
}

function Verified({ result }: { result: ReplyOf<typeof consoleRoutes.verifyAudit> }) {
  const { ok, entries, head, brokenAt } = result;
  if (ok) {
    return (
      <Notice role="status" tone="ready" icon={IconShieldCheck} title="The chain is unbroken">
        {plural(entries, 'entry', 'entries')} checked, from the first to the last. Head: <Code>{head}</Code>
      </Notice>
    );
  }
  return (
    <Notice role="alert" tone="locked" icon={IconAlertTriangle} title="The chain is broken">
      Entry {brokenAt ?? 'unknown'} does not fit the one before: somebody changed or removed entries outside the
      console. Compare with your last backup.
    </Notice>
  );
}

function Entries({ entries }: { entries: readonly AuditEntry[] }) {
  return (
    <div className="panel" style={{ padding: 0 }}>
      <table className="table">
        <thead>
          <tr>
            <th className="mantine-visible-from-md" style={{ width: 90 }}>
              Entry
            </th>
            <th style={{ width: 170 }}>When</th>
            <th>What</th>
            <th className="mantine-visible-from-sm">Details</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Entry({ entry }: { entry: AuditEntry }) {
  const { id, at, actor, target, hash } = entry;
  const details = auditDetails(entry).join(' · ');
  return (
    <tr>
      <td className="mantine-visible-from-md">
        <span title={`Hash ${hash}`}>{id}</span>
      </td>
      <td>
        <At at={at} />
        <Text size="xs" c="dimmed" component="div">
          <Ago at={at} />
        </Text>
      </td>
      <td>
        <Text size="sm" fw={600}>
          {auditHeadline(entry)}
        </Text>
        <Target target={target} />
        <Text size="xs" c="dimmed">
          by {actor}
        </Text>
        <Text size="xs" mt={4} hiddenFrom="sm">
          {details}
        </Text>
      </td>
      <td className="mantine-visible-from-sm" style={{ overflowWrap: 'anywhere' }}>
        {details}
      </td>
    </tr>
  );
}

/** Leads to what the entry is about, where it has a page. */
function Target({ target }: { target: string }) {
  const { kind, id } = parseTarget(target);
  if (kind === 'workstation') {
    return (
      <TextLink to="/workstations/$id" params={{ id }}>
        {id}
      </TextLink>
    );
  }
  if (kind === 'program') {
    return (
      <TextLink to="/programs/$id/policy" params={{ id }}>
        Program {id}
      </TextLink>
    );
  }
  return <Text size="sm">{id}</Text>;
}
