import { z } from 'zod';
import { chooseLanguage, Language } from '../../shared/words/language.ts';
import type { StateFolder } from '../core/host/state-folder.ts';
import { type Logger, reasonOf } from '../core/log.ts';

const Kept = z.object({
  language: Language.optional(),
  look: z.enum(['light', 'dark', 'system']).default('system'),
  atLogin: z.boolean().default(true),
});

/** What the person has chosen. */
export interface Settings extends z.output<typeof Kept> {
  readonly language: Language;
}

export interface SettingsFile {
  readonly current: Settings;
  set(change: Partial<Settings>): void;
}

const file = 'settings.json';

/** Until the person chooses, the language is the system's where we speak it. */
export function openSettings(folder: StateFolder, log: Logger, tags: readonly string[]): SettingsFile {
  let kept = readKept(folder, log);
  return {
    get current() {
      return { ...kept, language: kept.language ?? chooseLanguage(tags) };
    },
    set(change) {
      kept = { ...kept, ...change };
      const reason = folder.tryWrite(file, JSON.stringify(kept));
      if (reason) log.warn('Settings cannot be kept on disk.', { reason });
    },
  };
}

function readKept(folder: StateFolder, log: Logger): z.output<typeof Kept> {
  try {
    return Kept.parse(JSON.parse(folder.read(file) ?? '{}'));
  } catch (error) {
    log.warn('Settings cannot be read; the defaults stand in.', { reason: reasonOf(error) });
    return Kept.parse({});
  }
}
