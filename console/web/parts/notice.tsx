import type { TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './notice.module.css';

interface NoticeProps {
  tone: 'ready' | 'warned' | 'locked';
  icon: TablerIcon;
  title?: string;
  /** How loudly it is read out when it appears; absent: not by itself. */
  role?: 'status' | 'alert';
  children: ReactNode;
}

/** Something to know before reading on, in place. */
export function Notice({ tone, icon: Icon, title, role, children }: NoticeProps) {
  return (
    <div className={`${classes['notice']} ${classes[tone]}`} role={role}>
      <Icon size={20} aria-hidden />
      <div>
        {title && <div className={classes['title']}>{title}</div>}
        {children}
      </div>
    </div>
  );
}
