import {
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleXFilled,
  IconClockExclamation,
  IconHelpCircleFilled,
  IconLockFilled,
  IconPhoneCall,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Access } from '../../../shared/access/decide.ts';
import type { FindingView } from '../../../shared/protocol/views.ts';
import classes from './access-badge.module.css';
import { useVoice } from './speech.tsx';

export type Tone = Access | 'neutral';

interface BadgeProps {
  tone: Tone;
  icon: TablerIcon;
  large?: boolean;
  children: ReactNode;
}

/** A state as word, icon and colour: none of the three stands alone. */
export function StateBadge({ tone, icon: Icon, large = false, children }: BadgeProps) {
  return (
    <span className={`${classes['badge']} ${classes[tone]} ${large ? classes['large'] : ''}`}>
      <Icon size={large ? 20 : 15} aria-hidden />
      {children}
    </span>
  );
}

export const accessIcon: Readonly<Record<Access, TablerIcon>> = {
  ready: IconCircleCheckFilled,
  warned: IconClockExclamation,
  draining: IconPhoneCall,
  locked: IconLockFilled,
};

export function AccessBadge({ access, large = false }: { access: Access; large?: boolean }) {
  return (
    <StateBadge tone={access} icon={accessIcon[access]} large={large}>
      {useVoice().access[access]}
    </StateBadge>
  );
}

const outcomes: Readonly<Record<FindingView['outcome'], { tone: Tone; icon: TablerIcon }>> = {
  pass: { tone: 'ready', icon: IconCircleCheckFilled },
  fail: { tone: 'locked', icon: IconCircleXFilled },
  'cannot-tell': { tone: 'warned', icon: IconHelpCircleFilled },
  'not-applicable': { tone: 'neutral', icon: IconCircleDashed },
};

export function OutcomeBadge({ outcome }: { outcome: FindingView['outcome'] }) {
  const { tone, icon } = outcomes[outcome];
  return (
    <StateBadge tone={tone} icon={icon}>
      {useVoice().words.frame.terms.outcome[outcome]}
    </StateBadge>
  );
}
