import { Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { openReport, stateOf, type Verdict } from '../../../../shared/protocol/report-chain.ts';
import type { RecordedReport, WorkstationDetail } from '../../../../shared/protocol/views.ts';
import { TextLink } from '../../parts/links.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Phrase, useVoice } from '../../parts/speech.tsx';
import { Failed, Outdated, Waiting } from '../../parts/states.tsx';
import { At } from '../../parts/time.tsx';
import { reportsQuery } from './queries.ts';
import { outcomeOf, sayBrought, saySize } from './report-words.ts';
import { canVerify, useVerdicts } from './use-verdicts.ts';
import { VerdictBadge } from './verdict-badge.tsx';

/** Every report that is kept, newest first, and the button that verifies them in this browser. */
export function ReportList({ workstation }: { workstation: WorkstationDetail }) {
  const { id } = workstation;
  const { reports: words } = useVoice().words;
  const [isAsked, setAsked] = useState(false);
  const list = useInfiniteQuery(reportsQuery(id));
  const reports = list.data?.pages.flatMap(({ rows }) => rows) ?? [];
  const publicKey = list.data?.pages[0]?.publicKey;
  const verdicts = useVerdicts({ id, publicKey, reports, readAt: list.dataUpdatedAt, enabled: isAsked });
  const retry = () => void list.refetch();
  const verify = async () => {
    await list.refetch();
    setAsked(true);
  };
  if (!list.data) return list.error ? <Failed error={list.error} retry={retry} /> : <Waiting lines={4} />;
  if (reports.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {words.none}
      </Text>
    );
  }
  return (
    <Stack gap="sm">
      <Outdated error={list.error} retry={retry} />
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="dimmed" flex="1 1 16rem">
          {words.lead}
        </Text>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconShieldCheck size={16} aria-hidden />}
          disabled={!canVerify}
          loading={isAsked && verdicts.isFetching}
          onClick={() => void verify()}
        >
          {words.verify}
        </Button>
      </Group>
      {!canVerify && <CannotVerify id={id} />}
      {verdicts.error && <Failed error={verdicts.error} retry={() => void verdicts.refetch()} />}
      {verdicts.data && <Outcome verdicts={verdicts.data} hostName={workstation.hostName} />}
      <Reports id={id} reports={reports} verdicts={verdicts.data} />
      {list.hasNextPage && (
        <Button
          variant="default"
          style={{ alignSelf: 'start' }}
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {words.older}
        </Button>
      )}
    </Stack>
  );
}

/** Said wherever the browser keeps the means from the page. */
export function CannotVerify({ id }: { id: string }) {
  const { cannotVerify } = useVoice().words.reports;
  return (
    <Notice tone="warned" icon={IconAlertTriangle} title={cannotVerify.title}>
      <Phrase text={cannotVerify.about} with={{ command: <code>shiftgate reports verify {id}</code> }} />
    </Notice>
  );
}

const tones = { proved: 'ready', earliest: 'ready', gap: 'warned', unreadable: 'warned', broken: 'locked' } as const;

function Outcome({ verdicts, hostName }: { verdicts: readonly Verdict[]; hostName: string }) {
  const voice = useVoice();
  const { outcome } = voice.words.reports;
  const { worst, title } = outcomeOf(verdicts, voice);
  const tone = tones[worst];
  return (
    <Notice
      tone={tone}
      role={tone === 'locked' ? 'alert' : 'status'}
      icon={tone === 'ready' ? IconShieldCheck : IconAlertTriangle}
      title={title}
    >
      <Text size="sm">
        <Phrase text={outcome.proved} with={{ proved: <strong>{outcome.provedWord}</strong>, pc: hostName }} />
      </Text>
      <Text size="sm" mt={4}>
        <Phrase text={outcome.notProved} with={{ notProved: <strong>{outcome.notProvedWord}</strong> }} />
      </Text>
    </Notice>
  );
}

interface ReportsProps {
  id: string;
  reports: readonly RecordedReport[];
  verdicts: readonly Verdict[] | undefined;
}

function Reports({ id, reports, verdicts }: ReportsProps) {
  const { columns } = useVoice().words.reports;
  return (
    <table className="table table-flush">
      <thead>
        <tr>
          <th>{columns.number}</th>
          <th className="mantine-visible-from-sm">{columns.observed}</th>
          <th className="mantine-visible-from-sm">{columns.arrived}</th>
          <th>{columns.brought}</th>
          <th className="mantine-visible-from-md">{columns.size}</th>
          <th>{columns.state}</th>
        </tr>
      </thead>
      <tbody>
        {reports.map((report, index) => (
          <Row key={report.seq} id={id} report={report} verdict={verdicts?.[index]} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ id, report, verdict }: { id: string; report: RecordedReport; verdict: Verdict | undefined }) {
  const { seq, receivedAt, jws } = report;
  const { claims } = openReport(jws);
  const voice = useVoice();
  const { reports: words } = voice.words;
  return (
    <tr>
      <td>
        <TextLink
          to="/workstations/$id"
          params={{ id }}
          search={{ reports: String(seq) }}
          replace
          resetScroll={false}
          aria-label={voice.fill(words.openOne, { number: seq })}
        >
          {seq}
        </TextLink>
      </td>
      <td className="mantine-visible-from-sm">
        {claims?.observedAt ? <At at={claims.observedAt} /> : words.unknownTime}
      </td>
      <td className="mantine-visible-from-sm">
        <At at={receivedAt} />
      </td>
      <td>
        {sayBrought(claims, voice)}
        <Text size="xs" c="dimmed" hiddenFrom="sm" component="div">
          <Phrase text={words.arrivedAt} with={{ time: <At at={receivedAt} /> }} />
        </Text>
      </td>
      <td className="mantine-visible-from-md" style={{ whiteSpace: 'nowrap' }}>
        {saySize(jws.length, voice)}
      </td>
      <td>
        <VerdictBadge state={verdict && stateOf(verdict)} />
      </td>
    </tr>
  );
}
