import { clipboard, shell } from 'electron';
import type { Os } from '../../shared/checks/define.ts';
import { launchProgram } from '../core/host/run-command.ts';
import { parseInvitation } from '../core/identity/enrolment-link.ts';
import type { SettingsPage } from '../ipc/arguments.ts';
import type { Model } from '../ipc/model.ts';
import type { Answers } from './answer.ts';
import type { CoreProcess } from './core-process.ts';
import type { Desk } from './desk.ts';
import type { SettingsFile } from './settings.ts';
import { settingsAddresses, settingsPrograms } from './settings-pages.ts';
import type { Speaker } from './speaker.ts';

export interface ActsDeps {
  readonly os: Os;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly desk: Desk;
  readonly core: Pick<CoreProcess, 'ask'>;
  readonly speaker: Speaker;
  readonly settings: SettingsFile;
  readonly saveLog: () => Promise<string | undefined>;
  readonly installUpdate: () => Promise<void>;
  /** This PC has just been set up. */
  readonly onEnrolled: () => void;
}

/** Everything that the window can start. */
export function createActs(deps: ActsDeps): Answers {
  const { desk, core, speaker } = deps;
  const say = () => speaker.voice.words.tray;
  return {
    getModel: async () => desk.model,
    recheck: nothing((checks) => core.ask('recheck', checks)),
    openProgram: nothing((program) => openProgram(deps, program)),
    openSettings: nothing((page) => openSettingsPage(deps, page)),
    async closeProgram(names) {
      const { left } = await core.ask('closeForbidden');
      if (left.length > 0) throw new Error(speaker.voice.fill(say().notClosed, { names }));
      return undefined;
    },
    copy: nothing(async (text) => clipboard.writeText(text)),
    askHelp: nothing((asking) => core.ask('ask', asking)),
    reportIncident: nothing((text) => core.ask('ask', { asks: 'incident', text })),
    markSeen: nothing((ids) => core.ask('markSeen', ids)),
    saveLog: deps.saveLog,
    setSettings: nothing((change) => changeSettings(deps, change)),
    installUpdate: nothing(deps.installUpdate),
    readInvitation: async (text, console) => parseInvitation(text, console === undefined ? {} : { console }),
    async enrol({ code, console }) {
      // Parsed again: it comes from the window, and is about to be trusted.
      const { state } = await core.ask('enrol', parseInvitation(code, { console }));
      desk.forgetInvitation();
      deps.onEnrolled();
      return { state };
    },
  };
}

/** What is done and has no answer. */
function nothing<Args extends readonly unknown[]>(act: (...args: Args) => Promise<unknown>) {
  return async (...args: Args): Promise<undefined> => {
    await act(...args);
  };
}

export async function changeSettings(
  { settings, speaker, desk }: Pick<ActsDeps, 'settings' | 'speaker' | 'desk'>,
  change: Partial<Model['settings']>,
): Promise<void> {
  settings.set(change);
  const { language, look } = settings.current;
  await speaker.learn(language);
  desk.change({ settings: { language, look } });
}

/** The link comes from the console that this PC trusts, and is still opened as a web page only. */
export async function openProgram({ core, desk }: Pick<ActsDeps, 'core' | 'desk'>, program: string): Promise<void> {
  const link = new URL(await core.ask('launchLink', program));
  const isForTests = link.protocol === 'http:' && desk.model.snapshot?.console.url.startsWith('http:');
  if (link.protocol !== 'https:' && !isForTests) throw new Error(`The console sent a link that is not https.`);
  await shell.openExternal(link.href);
}

/** By its name from a fixed list; the window cannot name an address. */
async function openSettingsPage({ os, env, speaker }: ActsDeps, page: SettingsPage): Promise<void> {
  if (os !== 'linux') return shell.openExternal(settingsAddresses[os][page]);
  for (const { path, args } of settingsPrograms(page)) if (await launchProgram([path], args, env)) return;
  throw new Error(speaker.voice.words.tray.noPage);
}
