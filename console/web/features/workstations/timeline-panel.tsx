import { Anchor, Button, Group, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCheck,
  IconClockPause,
  IconClockX,
  IconEye,
  IconHelp,
  IconListCheck,
  IconLock,
  IconLockOpen,
  IconMessage,
  IconNote,
  IconPlugConnected,
  IconRefresh,
  IconReport,
  IconUserCheck,
  type TablerIcon,
} from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { timelineExportPath } from '../../../../shared/protocol/console-routes.ts';
import type { TimelineEntry, WorkstationDetail } from '../../../../shared/protocol/views.ts';
import { accessIcon } from '../../parts/access-badge.tsx';
import { TextLink } from '../../parts/links.tsx';
import { Panel } from '../../parts/page.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { Failed, Waiting } from '../../parts/states.tsx';
import { Ago, At } from '../../parts/time.tsx';
import { timelineQuery } from './queries.ts';
import { timelineWords } from './timeline-words.ts';
import classes from './workstation-page.module.css';

const icons: Readonly<Record<TimelineEntry['kind'], TablerIcon>> = {
  access: IconRefresh,
  findings: IconListCheck,
  lock: IconLock,
  unlock: IconLockOpen,
  excuse: IconClockPause,
  'excuse-ended': IconClockX,
  enrolment: IconPlugConnected,
  'report-gap': IconAlertTriangle,
  recheck: IconRefresh,
  'excuse-refused': IconClockX,
  'case-closed': IconCheck,
  'case-reopened': IconArrowBackUp,
  'case-assigned': IconUserCheck,
  note: IconNote,
  help: IconHelp,
  incident: IconAlertTriangle,
  message: IconMessage,
  'message-seen': IconEye,
  facts: IconReport,
};

/** What happened to the workstation and what it reported, newest first, with the latency of each lock. */
export function TimelinePanel({ workstation }: { workstation: WorkstationDetail }) {
  const { timeline: words } = useVoice().words;
  const exportAboutId = useId();
  const timeline = useInfiniteQuery(timelineQuery(workstation.id));
  const entries = timeline.data?.pages.flatMap(({ rows }) => rows);
  const nameOf = (id: string) => workstation.programs.find(({ program }) => program === id)?.programName ?? id;
  const several = workstation.programs.length > 1;
  return (
    <Panel
      title={words.title}
      aside={
        <Anchor href={timelineExportPath(workstation.id)} download size="sm" aria-describedby={exportAboutId}>
          {words.export}
        </Anchor>
      }
    >
      <Text id={exportAboutId} size="xs" c="dimmed" mb="md">
        {words.exportAbout}
      </Text>
      {!entries && !timeline.error && <Waiting lines={4} />}
      {!entries && timeline.error && <Failed error={timeline.error} retry={() => void timeline.refetch()} />}
      {entries?.length === 0 && (
        <Text size="sm" c="dimmed">
          {words.none}
        </Text>
      )}
      {entries && entries.length > 0 && (
        <ol className={classes['timeline']}>
          {entries.map((entry) => (
            <Entry
              key={entry.id}
              workstation={workstation.id}
              entry={entry}
              program={several && entry.program ? nameOf(entry.program) : undefined}
            />
          ))}
        </ol>
      )}
      {timeline.hasNextPage && (
        <Button
          variant="default"
          mt="sm"
          loading={timeline.isFetchingNextPage}
          onClick={() => void timeline.fetchNextPage()}
        >
          {words.older}
        </Button>
      )}
    </Panel>
  );
}

interface EntryProps {
  workstation: string;
  entry: TimelineEntry;
  program: string | undefined;
}

function Entry({ workstation, entry, program }: EntryProps) {
  const voice = useVoice();
  const { timeline: words } = voice.words;
  const { headline, lines, times } = timelineWords(entry, voice);
  const access = entry.decision?.access;
  const Icon = entry.kind === 'access' && access ? accessIcon[access] : icons[entry.kind];
  return (
    <li className={classes['entry']} data-access={access}>
      <span className={classes['bullet']}>
        <Icon size={16} aria-hidden />
      </span>
      <div>
        <Group gap="0 var(--mantine-spacing-xs)">
          <Text size="sm" fw={600}>
            {headline}
          </Text>
          {(program || entry.by) && (
            <Text size="sm" c="dimmed">
              {[program, entry.by && voice.fill(words.by, { name: voice.actor(entry.by) })].filter(Boolean).join(' · ')}
            </Text>
          )}
        </Group>
        {lines.map((line) => (
          <Text key={line} size="sm">
            {line}
          </Text>
        ))}
        <Text size="xs" c="dimmed" component="div">
          <At at={entry.at} /> · <Ago at={entry.at} />
          {entry.policyVersion !== undefined && ` · ${voice.fill(words.policy, { number: entry.policyVersion })}`}
          {entry.report !== undefined && (
            <>
              {' · '}
              <TextLink
                to="/workstations/$id"
                params={{ id: workstation }}
                search={{ reports: String(entry.report) }}
                size="xs"
                underline="always"
                replace
                resetScroll={false}
              >
                {voice.fill(words.report, { number: entry.report })}
              </TextLink>
            </>
          )}
        </Text>
        {times.map((time) => (
          <Text key={time} size="xs" c="dimmed">
            {time}
          </Text>
        ))}
      </div>
    </li>
  );
}
