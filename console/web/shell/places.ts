import {
  IconChartBar,
  IconChecklist,
  IconDeviceLaptop,
  IconFileCheck,
  IconHeadset,
  IconHistory,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import { may, type Role } from '../../../shared/protocol/rights.ts';

/** The screens of the navigation, and who each is for: it neither shows nor opens for anybody else. */
export const places = [
  { to: '/triage', label: 'triage', icon: IconHeadset, needs: 'help' },
  { to: '/workstations', label: 'workstations', icon: IconDeviceLaptop, needs: 'see' },
  { to: '/overview', label: 'overview', icon: IconChartBar, needs: 'see' },
  { to: '/programs', label: 'programs', icon: IconChecklist, needs: 'see' },
  { to: '/people', label: 'people', icon: IconUsersGroup, needs: 'people' },
  { to: '/evidence', label: 'evidence', icon: IconFileCheck, needs: 'audit' },
  { to: '/audit', label: 'audit', icon: IconHistory, needs: 'audit' },
  { to: '/operators', label: 'operators', icon: IconUsers, needs: 'administer' },
] as const;

/** Whether an address, or the screen above it, is for that role; an address of no screen is for everybody. */
export function isOpenTo(role: Role, pathname: string): boolean {
  const place = places.find(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
  return !place || may(role, place.needs);
}

/** Where the day of that role begins. */
export function firstPlace(role: Role) {
  return may(role, 'help') ? '/triage' : '/workstations';
}
