import {
  IconAlertTriangleFilled,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleXFilled,
  IconHelpCircleFilled,
  type TablerIcon,
} from '@tabler/icons-react';
import type { VerdictState } from '../../../../shared/protocol/report-chain.ts';
import { StateBadge, type Tone } from '../../parts/access-badge.tsx';
import { useVoice } from '../../parts/speech.tsx';

const looks: Readonly<Record<VerdictState, { tone: Tone; icon: TablerIcon }>> = {
  proved: { tone: 'ready', icon: IconCircleCheckFilled },
  earliest: { tone: 'ready', icon: IconCircleCheckFilled },
  gap: { tone: 'warned', icon: IconAlertTriangleFilled },
  unreadable: { tone: 'neutral', icon: IconHelpCircleFilled },
  broken: { tone: 'locked', icon: IconCircleXFilled },
};

/** What the verification made of a report; before it, that there was none. */
export function VerdictBadge({ state }: { state: VerdictState | undefined }) {
  const { states } = useVoice().words.reports;
  const { tone, icon } = state ? looks[state] : { tone: 'neutral' as const, icon: IconCircleDashed };
  return (
    <StateBadge tone={tone} icon={icon}>
      {states[state ?? 'none']}
    </StateBadge>
  );
}
