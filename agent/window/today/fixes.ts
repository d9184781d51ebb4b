import type { Os } from '../../../shared/checks/define.ts';
import { CheckId } from '../../../shared/checks/index.ts';
import type { SettingsPage } from '../../ipc/arguments.ts';
import type { Row } from './rows.ts';

export type Fix =
  | { readonly kind: 'settings'; readonly page: SettingsPage }
  | { readonly kind: 'close' }
  | { readonly kind: 'steps' }
  | { readonly kind: 'helpdesk' };

export function isCheck(cause: string): cause is CheckId {
  return CheckId.safeParse(cause).success;
}

const pages: Readonly<Partial<Record<string, SettingsPage>>> = {
  'os-patch': 'updates',
  'wifi-security': 'wifi',
  vpn: 'vpn',
};

export function fixOf({ cause, code, kind }: Row, os: Os): Fix {
  if (code === 'location-off' && os !== 'linux') return { kind: 'settings', page: 'location' };
  if (kind === 'cannot-tell' || !isCheck(cause)) return { kind: 'helpdesk' };
  if (cause === 'software') return code === 'forbidden-running' ? { kind: 'close' } : { kind: 'helpdesk' };
  const page = pages[cause];
  return page ? { kind: 'settings', page } : { kind: 'steps' };
}
