import { Anchor, Button, Code, Text } from '@mantine/core';
import { IconAlertTriangle, IconHistory, IconShieldCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { auditExportPath } from '../../../../shared/protocol/oversight-routes.ts';
import type { ReplyOf } from '../../../../shared/protocol/route.ts';
import type { AuditEntry } from '../../../../shared/protocol/views.ts';
import { TextLink } from '../../parts/links.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Phrase, useVoice } from '../../parts/speech.tsx';
import { Failed, Nothing, Outdated, Refusal, Waiting } from '../../parts/states.tsx';
import { Ago, At } from '../../parts/time.tsx';
import { useCall } from '../../parts/use-call.ts';
import { AuditFilters } from './audit-filters.tsx';
import { wordOf } from './audit-values.ts';
import { auditActor, auditDetails, auditHeadline, parseTarget } from './audit-words.ts';
import { type AuditSearch, auditQuery, filterOf } from './queries.ts';

/** Everything that changed access or configuration, and the proof that nobody rewrote it. */
export function AuditPage() {
  const { audit: words } = useVoice().words;
  const search = useSearch({ from: '/signed-in/audit' });
  const navigate = useNavigate();
  const audit = useInfiniteQuery(auditQuery(search));
  const isFiltered = Object.values(search).some((value) => value);
  const verify = useCall(consoleRoutes.verifyAudit);
  const entries = audit.data?.pages.flatMap(({ rows }) => rows);
  const retry = () => void audit.refetch();
  return (
    <Page
      title={words.title}
      about={words.about}
      actions={
        <>
          <Anchor href={exportHref(search)} download size="sm">
            {isFiltered ? words.exportPart : words.export}
          </Anchor>
          <Button
            variant="default"
            leftSection={<IconShieldCheck size={18} aria-hidden />}
            loading={verify.isPending}
            onClick={() => verify.mutate({})}
          >
            {words.verify}
          </Button>
        </>
      }
    >
      <AuditFilters
        search={search}
        targetName={entries?.find(({ target }) => target === search.target)?.targetName}
        onChange={(next) => void navigate({ to: '/audit', search: { ...next }, replace: true })}
      />
      <Refusal error={verify.error} />
      {verify.data && <Verified result={verify.data} />}
      {entries && <Outdated error={audit.error} retry={retry} />}
      {entries && entries.length > 0 && <Entries entries={entries} />}
      {entries?.length === 0 && (
        <Nothing icon={IconHistory} title={isFiltered ? words.nothingFits : words.nothing}>
          {isFiltered ? words.nothingFitsWhy : words.nothingWhy}
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
          {words.older}
        </Button>
      )}
    </Page>
  );
}

/** What is on the screen, and all that is older. */
function exportHref(search: AuditSearch): string {
  const given = Object.entries(filterOf(search)).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return `${auditExportPath}?${new URLSearchParams(given)}`;
}

function Verified({ result }: { result: ReplyOf<typeof consoleRoutes.verifyAudit> }) {
  const voice = useVoice();
  const { audit: words } = voice.words;
  const { ok, entries, head, brokenAt } = result;
  if (ok) {
    return (
      <Notice role="status" tone="ready" icon={IconShieldCheck} title={words.unbroken}>
        <Phrase
          text={voice.form(words.checked, entries)}
          with={{ count: voice.number(entries), head: <Code>{head}</Code> }}
        />
      </Notice>
    );
  }
  return (
    <Notice role="alert" tone="locked" icon={IconAlertTriangle} title={words.broken}>
      {voice.fill(words.brokenAt, { entry: brokenAt ?? '?' })}
    </Notice>
  );
}

function Entries({ entries }: { entries: readonly AuditEntry[] }) {
  const { table: words } = useVoice().words.audit;
  return (
    <div className="panel" style={{ padding: 0 }}>
      <table className="table">
        <thead>
          <tr>
            <th className="mantine-visible-from-md" style={{ width: 90 }}>
              {words.entry}
            </th>
            <th style={{ width: 'clamp(5.5rem, 20%, 170px)' }}>{words.when}</th>
            <th>{words.what}</th>
            <th className="mantine-visible-from-sm" style={{ width: '50%' }}>
              {words.details}
            </th>
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
  const voice = useVoice();
  const { table: words } = voice.words.audit;
  const { id, at, target, targetName, hash } = entry;
  const details = auditDetails(voice, entry).join(' · ');
  return (
    <tr>
      <td className="mantine-visible-from-md">
        <span title={voice.fill(words.hash, { hash })}>{id}</span>
      </td>
      <td>
        <At at={at} />
        <Text size="xs" c="dimmed" component="div">
          <Ago at={at} />
        </Text>
      </td>
      <td>
        <Text size="sm" fw={600}>
          {auditHeadline(voice, entry)}
        </Text>
        <Target target={target} name={targetName} version={entry.detail['version']} />
        <Text size="xs" c="dimmed" component="div">
          <Phrase text={words.by} with={{ actor: <Actor name={auditActor(voice, entry)} by={entry} /> }} />
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

/** Leads to everything that they did. */
function Actor({ name, by: { actor, actorName } }: { name: string; by: AuditEntry }) {
  const voice = useVoice();
  return (
    <TextLink
      size="xs"
      c="inherit"
      underline="always"
      to="/audit"
      search={(before) => ({ ...before, actor: actorName ?? actor })}
      aria-label={voice.fill(voice.words.audit.allBy, { actor: name })}
    >
      {name}
    </TextLink>
  );
}

interface TargetProps {
  target: string;
  name: string | undefined;
  /** Of a policy, where the entry is about one. */
  version: unknown;
}

/** Leads to what the entry is about, where it has a page. */
function Target({ target, name, version }: TargetProps) {
  const voice = useVoice();
  const { program, targets } = voice.words.audit;
  const { kind, id } = parseTarget(target);
  if (kind === 'workstation') {
    return (
      <TextLink to="/workstations/$id" params={{ id }}>
        {name ?? id}
      </TextLink>
    );
  }
  if (kind === 'program') {
    return (
      <TextLink
        to="/programs/$id/policy"
        params={{ id }}
        search={typeof version === 'number' ? { view: 'history', version: String(version) } : {}}
      >
        {voice.fill(program, { name: name ?? id })}
      </TextLink>
    );
  }
  return <Text size="sm">{kind === '' ? (wordOf(targets, id) ?? id) : id}</Text>;
}
