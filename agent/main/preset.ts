import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Os } from '../../shared/checks/define.ts';
import { type Invitation, parseInvitation } from '../core/identity/enrolment-link.ts';
import { type Logger, reasonOf } from '../core/log.ts';

const Preset = z.object({ console: z.string().max(300), code: z.string().max(40) });

/** Where IT puts it for all people of a PC; only an administrator may write there. */
const places: Readonly<Record<Os, string>> = {
  windows: 'C:\\ProgramData\\Shiftgate\\preset.json',
  macos: '/Library/Application Support/Shiftgate/preset.json',
  linux: '/etc/shiftgate/preset.json',
};

/** The files that may hold the office set beforehand: the installer's own first. */
export function presetPlaces(os: Os, resources: string): readonly string[] {
  const separator = os === 'windows' ? '\\' : '/';
  return [`${resources}${separator}preset.json`, places[os]];
}

/** The office that IT has set beforehand; the person is asked about it as about a link. Undefined when there is none. */
export function findPreset(files: readonly string[], log: Logger): Invitation | undefined {
  for (const file of files) {
    const text = readIfThere(file);
    if (text === undefined) continue;
    try {
      const { code, console } = Preset.parse(JSON.parse(text));
      return parseInvitation(code, { console });
    } catch (error) {
      log.warn('The office that was set beforehand cannot be used.', { file, reason: reasonOf(error) });
    }
  }
  return undefined;
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
