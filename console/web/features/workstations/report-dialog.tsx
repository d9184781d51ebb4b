import { Button, Code, CopyButton, Group, Stack, Text, Title } from '@mantine/core';
import { IconCheck, IconCopy, IconDownload, IconHistoryOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { PublicKey } from '../../../../shared/protocol/report.ts';
import { openReport, stateOf } from '../../../../shared/protocol/report-chain.ts';
import type { RecordedReport, WorkstationDetail } from '../../../../shared/protocol/views.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Phrase, useVoice } from '../../parts/speech.tsx';
import { Failed, Nothing, Waiting } from '../../parts/states.tsx';
import { At } from '../../parts/time.tsx';
import { reportQuery } from './queries.ts';
import { CannotVerify } from './report-list.tsx';
import { hashCommand, joseScript, saySize, sayVerdict } from './report-words.ts';
import { canVerify, useVerdicts } from './use-verdicts.ts';
import { VerdictBadge } from './verdict-badge.tsx';

interface ReportDialogProps {
  workstation: WorkstationDetail;
  seq: number;
  onClose: () => void;
}

/** One report as it was sent, verified at once, and what is needed to check it elsewhere. */
export function ReportDialog({ workstation: { id, hostName }, seq, onClose }: ReportDialogProps) {
  const voice = useVoice();
  const { one: words } = voice.words.reports;
  const { data, error, refetch, dataUpdatedAt } = useQuery(reportQuery(id, seq));
  const reports = data?.rows ?? [];
  const report = reports.find((row) => row.seq === seq);
  const signer = { id, publicKey: data?.publicKey };
  const verdicts = useVerdicts({ ...signer, reports, readAt: dataUpdatedAt, enabled: report !== undefined });
  const [verdict] = verdicts.data ?? [];
  return (
    <Dialog title={voice.fill(words.title, { number: seq, pc: hostName })} onClose={onClose} size="xl">
      {!data && (error ? <Failed error={error} retry={() => void refetch()} /> : <Waiting lines={5} />)}
      {data && !report && (
        <Nothing icon={IconHistoryOff} title={voice.fill(words.notKept, { number: seq })}>
          {words.notKeptWhy}
        </Nothing>
      )}
      {data && report && (
        <Stack gap="md">
          {!canVerify && <CannotVerify id={id} />}
          {verdicts.error && <Failed error={verdicts.error} retry={() => void verdicts.refetch()} />}
          {verdict && (
            <div role="status">
              <VerdictBadge state={stateOf(verdict)} />
              {sayVerdict(verdict, voice).map((sentence) => (
                <Text key={sentence} size="sm" mt={4}>
                  {sentence}
                </Text>
              ))}
            </div>
          )}
          <Signed report={report} />
          <Elsewhere id={id} report={report} publicKey={data.publicKey} />
        </Stack>
      )}
    </Dialog>
  );
}

/** The three parts of the report, decoded and otherwise as they came. */
function Signed({ report: { jws, receivedAt, egress } }: { report: RecordedReport }) {
  const voice = useVoice();
  const { one: words } = voice.words.reports;
  const { header, payload, signature } = openReport(jws);
  const say = (part: unknown) => (part === undefined ? words.unreadable : JSON.stringify(part, undefined, 2));
  const parts = [
    [words.header, say(header)],
    [words.payload, say(payload)],
    [words.signature, signature || words.noSignature],
  ] as const;
  return (
    <>
      <Text size="sm" c="dimmed">
        <Phrase
          text={egress ? words.arrivedFrom : words.arrived}
          with={{ time: <At at={receivedAt} />, address: egress, size: saySize(jws.length, voice) }}
        />
      </Text>
      {parts.map(([title, text]) => (
        <section key={title} aria-label={title}>
          <Title order={3} size="h5" mb={4}>
            {title}
          </Title>
          {/* A region that scrolls must be reachable by keyboard. */}
          <Code block mah="20rem" tabIndex={0} style={{ overflow: 'auto', overflowWrap: 'anywhere' }}>
            {text}
          </Code>
        </section>
      ))}
    </>
  );
}

interface ElsewhereProps {
  id: string;
  report: RecordedReport;
  publicKey: PublicKey;
}

/** Nobody has to take this page's word for it. */
function Elsewhere({ id, report: { seq, jws }, publicKey }: ElsewhereProps) {
  const { reports, frame } = useVoice().words;
  const { one: words } = reports;
  const names = { report: `${id}-${seq}.jws`, key: `${id}.jwk` };
  const jwk = JSON.stringify({ ...publicKey, kid: id, alg: 'ES256', use: 'sig' });
  return (
    <section aria-label={words.elsewhere}>
      <Title order={3} size="h5" mb={4}>
        {words.elsewhere}
      </Title>
      <Group gap="xs" mb="sm">
        <CopyButton value={jws}>
          {({ copied, copy }) => (
            <Button
              size="xs"
              variant="default"
              onClick={copy}
              leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
            >
              {copied ? frame.dialog.copied : words.copy}
            </Button>
          )}
        </CopyButton>
        <Download name={names.report} type="application/jose" text={jws}>
          {words.downloadReport}
        </Download>
        <Download name={names.key} type="application/jwk+json" text={jwk}>
          {words.downloadKey}
        </Download>
      </Group>
      <Text size="sm">{words.withJose}</Text>
      <Code block my={6} tabIndex={0} style={{ overflow: 'auto' }}>
        {joseScript(names)}
      </Code>
      <Text size="sm">
        <Phrase text={words.hash} with={{ command: <Code>{hashCommand(names.report)}</Code> }} />
      </Text>
    </section>
  );
}

interface DownloadProps {
  name: string;
  type: string;
  text: string;
  children: string;
}

function Download({ name, type, text, children }: DownloadProps) {
  return (
    <Button
      component="a"
      size="xs"
      variant="default"
      href={`data:${type},${encodeURIComponent(text)}`}
      download={name}
      leftSection={<IconDownload size={16} aria-hidden />}
    >
      {children}
    </Button>
  );
}
