import type { Os } from '../../../../shared/checks/define.ts';
import type { WorkstationDetail } from '../../../../shared/protocol/views.ts';

const families: Readonly<Record<Os, string>> = { windows: 'Windows', macos: 'macOS', linux: 'Linux' };

/** What the PC calls its system; until it has, the family. */
export function systemName({ system, os }: Pick<WorkstationDetail, 'system' | 'os'>): string {
  return system || families[os];
}
