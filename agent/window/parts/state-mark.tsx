import {
  IconBan,
  IconCircleCheckFilled,
  IconClockExclamation,
  IconCloudOff,
  IconHelpCircleFilled,
  IconLockFilled,
  IconPhoneCall,
  IconPlugConnected,
  IconRefresh,
  IconRefreshAlert,
  IconUserPlus,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { WindowState } from '../today/verdict.ts';
import classes from './state-mark.module.css';

export type Tone = 'ready' | 'warned' | 'draining' | 'locked' | 'neutral';

/** Every state has a shape and a colour of its own; the word stands beside them. */
export const looks: Readonly<Record<WindowState, { tone: Tone; icon: TablerIcon }>> = {
  ready: { tone: 'ready', icon: IconCircleCheckFilled },
  warned: { tone: 'warned', icon: IconClockExclamation },
  draining: { tone: 'draining', icon: IconPhoneCall },
  locked: { tone: 'locked', icon: IconLockFilled },
  'cannot-tell': { tone: 'warned', icon: IconHelpCircleFilled },
  offline: { tone: 'warned', icon: IconCloudOff },
  checking: { tone: 'neutral', icon: IconRefresh },
  'not-connected': { tone: 'neutral', icon: IconPlugConnected },
  refused: { tone: 'locked', icon: IconBan },
  'not-enrolled': { tone: 'neutral', icon: IconUserPlus },
  crashed: { tone: 'neutral', icon: IconRefreshAlert },
};

interface MarkProps {
  tone: Tone;
  icon?: TablerIcon;
  children: ReactNode;
}

/** A state as word, shape and colour: none of the three stands alone. */
export function StateMark({ tone, icon: Icon, children }: MarkProps) {
  return (
    <span className={`${classes['mark']} ${classes[tone]}`}>
      {Icon && <Icon size={15} aria-hidden />}
      {children}
    </span>
  );
}
