import { Button, Text } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { WorkstationDetail } from '../../../../shared/protocol/views.ts';
import { Panel } from '../../parts/page.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { Waiting } from '../../parts/states.tsx';

// Few people look at signatures; nobody else waits for what verifies them.
const ReportList = lazy(async () => ({ default: (await import('./report-list.tsx')).ReportList }));
const ReportDialog = lazy(async () => ({ default: (await import('./report-dialog.tsx')).ReportDialog }));

/** What the PC sent, exactly as it signed it. Opened on demand; `?reports=all` opens it, `?reports=12` one of them. */
export function ReportsPanel({ workstation }: { workstation: WorkstationDetail }) {
  const { reports: words } = useVoice().words;
  const { reports } = useSearch({ from: '/signed-in/workstations/$id' });
  const navigate = useNavigate({ from: '/workstations/$id' });
  const show = (next: 'all' | undefined) =>
    void navigate({ search: { reports: next }, replace: true, resetScroll: false });
  const isOpen = reports !== undefined;
  const Chevron = isOpen ? IconChevronUp : IconChevronDown;
  const seq = Number(reports);
  return (
    <Panel
      title={words.title}
      aside={
        <Button
          size="compact-sm"
          variant="subtle"
          aria-expanded={isOpen}
          rightSection={<Chevron size={16} aria-hidden />}
          onClick={() => show(isOpen ? undefined : 'all')}
        >
          {isOpen ? words.hide : words.show}
        </Button>
      }
    >
      {!isOpen && (
        <Text size="sm" c="dimmed">
          {words.about}
        </Text>
      )}
      {isOpen && (
        <Suspense fallback={<Waiting lines={4} />}>
          <ReportList workstation={workstation} />
          {Number.isSafeInteger(seq) && seq > 0 && (
            <ReportDialog workstation={workstation} seq={seq} onClose={() => show('all')} />
          )}
        </Suspense>
      )}
    </Panel>
  );
}
