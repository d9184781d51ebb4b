import { fileURLToPath } from 'node:url';
import { app, Notification } from 'electron';
import type { Os } from '../../shared/checks/define.ts';
import { type Notes, note } from '../core/checks/agent-health/own.ts';
import type { StateFolder } from '../core/host/state-folder.ts';
import { type Logger, reasonOf } from '../core/log.ts';
import { agentVersion } from '../core/version.ts';
import type { Invitation } from '../ipc/model.ts';
import { tellingOf } from '../window/today/telling.ts';
import { changeSettings, createActs, openProgram } from './acts.ts';
import { answerWindow } from './answer.ts';
import { CoreProcess } from './core-process.ts';
import { Desk } from './desk.ts';
import { openKeyStore } from './key-store.ts';
import { setLoginItem } from './login-item.ts';
import { type Notice, Notices } from './notices.ts';
import { quitIfMeant } from './quit.ts';
import { saveLog } from './save-log.ts';
import { openSettings, type SettingsFile } from './settings.ts';
import { Speaker } from './speaker.ts';
import { TrayIcon } from './tray.ts';
import { type Choice, menuOf } from './tray-menu.ts';
import { Updates } from './updates.ts';
import { AgentWindow } from './window.ts';

export interface TrayDeps {
  readonly os: Os;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly folder: StateFolder;
  readonly log: Logger;
  /** Nothing stands beside the clock on this desktop. */
  readonly isPlain: boolean;
}

/** Milliseconds between two looks at what time alone changes, such as a silence that lasts. */
const lookEvery = 5_000;
const updateEvery = 6 * 3_600_000;

// Built, this file is part of agent/dist/main/main.mjs.
const entry = fileURLToPath(new URL('./service.mjs', import.meta.url));
const preload = fileURLToPath(new URL('../preload/preload.cjs', import.meta.url));

/** The program once Electron is ready: icon, window and notices around the agent's process. */
export class TrayApp {
  readonly #deps: TrayDeps;
  readonly #settings: SettingsFile;
  readonly #speaker: Speaker;
  readonly #desk: Desk;
  readonly #core: CoreProcess;
  readonly #icon: TrayIcon;
  readonly #window: AgentWindow;
  readonly #notices: Notices;
  readonly #updates: Updates;
  /** Kept until they are clicked or gone: Electron forgets those that nobody holds. */
  readonly #said = new Set<Notification>();
  #looking: NodeJS.Timeout | undefined;
  #updating: NodeJS.Timeout | undefined;

  constructor(deps: TrayDeps) {
    const { os, folder, log, isPlain } = deps;
    this.#deps = deps;
    const tags = app.getPreferredSystemLanguages();
    this.#settings = openSettings(folder, log, tags);
    this.#speaker = new Speaker(tags);
    const { language, look } = this.#settings.current;
    this.#desk = new Desk({ os, version: agentVersion, settings: { language, look } });
    const secrets = openKeyStore(folder, log);
    void secrets.protection().then((keyProtection) => {
      this.#desk.change({ keyProtection });
      this.#note({ key: keyProtection === 'keyring' ? 'key-store' : 'file' });
    });
    this.#core = new CoreProcess({
      ...{ entry, folder: folder.path, secrets, log },
      onState: (state) => this.#desk.takeState(state),
      onUpdateAsked: () => this.#lookForUpdate(),
    });
    this.#icon = new TrayIcon(
      () => this.#window.show(),
      (choice) => this.#choose(choice),
    );
    this.#window = new AgentWindow({ preload, isPlain: () => isPlain, iconBounds: () => this.#icon.bounds });
    this.#updates = new Updates({
      ...{ os, log },
      onCurrent: () => this.#note({ update: { state: 'current' } }),
      onReady: (version) => {
        this.#desk.change({ update: { version } });
        this.#note({ update: { state: 'ready', since: new Date().toISOString() } });
      },
    });
    this.#notices = new Notices({ say: (notice) => this.#say(notice), isLooking: () => this.#window.isInFront });
  }

  /** What only this process learns of the agent; its own process reads it with the other facts. */
  #note(notes: Notes): void {
    const { folder, log } = this.#deps;
    const reason = note(folder, notes);
    if (reason) log.warn('What is known of the agent cannot be kept.', { reason });
  }

  /** Shows the window unless nobody asked for it, as at sign-in. */
  async begin(invitation: Invitation | undefined, isQuiet: boolean): Promise<void> {
    const { log, isPlain } = this.#deps;
    log.info('Shiftgate starts.', { version: agentVersion, isPlain });
    await this.#speaker.learn(this.#settings.current.language);
    answerWindow(this.#createActs(), (event) => this.#window.isSender(event), log);
    this.#desk.onChange((model) => {
      this.#window.tell(model);
      this.#look();
    });
    this.#looking = setInterval(() => this.#look(), lookEvery);
    this.#updating = setInterval(() => this.#lookForUpdate(), updateEvery);
    this.#lookForUpdateOnce();
    if (invitation) this.#desk.invite(invitation);
    this.#core.start();
    this.#look();
    if (!isQuiet || isPlain) this.#window.show();
    else this.#showWhenNotEnrolled();
  }

  /** Somebody started the program again, or opened a link. */
  take(invitation: Invitation | undefined): void {
    const { snapshot } = this.#desk.model;
    if (invitation && !this.#desk.invite(invitation)) {
      this.#deps.log.info('A link was opened, but this PC is set up already.');
      const { tray } = this.#speaker.voice.words;
      const body = this.#speaker.voice.fill(tray.setUp, { console: snapshot?.console.name ?? '' });
      this.#say({ title: 'Shiftgate', body });
    }
    this.#window.show();
  }

  /** The PC or the person is back. */
  wake(): void {
    void this.#try('wake', () => this.#core.ask('wake'));
  }

  async close(): Promise<void> {
    clearInterval(this.#looking);
    clearInterval(this.#updating);
    this.#notices.close();
    this.#window.release();
    await Promise.all([this.#core.close(), this.#updates.settle(this.#isOnCall())]);
    this.#icon.remove();
  }

  /** After everything is closed: the end, or the installer. */
  end(): void {
    this.#updates.end();
  }

  /** A start at sign-in stays quiet, unless there is something that only the person can do. */
  #showWhenNotEnrolled(): void {
    this.#desk.onChange(({ phase }) => {
      if (phase === 'not-enrolled' && !this.#window.handle) this.#window.show();
    });
  }

  #createActs() {
    const { os, env, folder } = this.#deps;
    return createActs({
      ...{ os, env, desk: this.#desk, core: this.#core, speaker: this.#speaker, settings: this.#settings },
      saveLog: () => saveLog(folder.path, this.#window.handle),
      installUpdate: () => this.#installUpdate(),
      onEnrolled: () => this.#setAtLogin(this.#settings.current.atLogin),
    });
  }

  /** The first link of this start says where the updates are. */
  #lookForUpdateOnce(): void {
    let isDone = false;
    this.#desk.onChange(({ snapshot }) => {
      if (isDone || snapshot?.link.state !== 'connected') return;
      isDone = true;
      this.#lookForUpdate();
    });
  }

  #lookForUpdate(): void {
    const { snapshot } = this.#desk.model;
    if (snapshot) void this.#updates.look(snapshot.console.url);
  }

  async #installUpdate(): Promise<void> {
    const { tray } = this.#speaker.voice.words;
    if (this.#isOnCall()) throw new Error(tray.onCall);
    if (!(await this.#updates.install())) throw new Error(tray.withdrawn);
  }

  /** As far as this PC knows: the console says so where a call keeps access open. */
  #isOnCall(): boolean {
    return this.#desk.model.snapshot?.programs.some(({ decision }) => decision?.access === 'draining') ?? false;
  }

  /** Icon, tooltip, menu and notices say what the window says. */
  #look(): void {
    const { model } = this.#desk;
    const { voice } = this.#speaker;
    const telling = tellingOf(model, voice, Date.now());
    const { atLogin } = this.#settings.current;
    const tooltip = `Shiftgate: ${telling.sentence.first}`;
    this.#icon.show({ state: telling.state, tooltip, menu: menuOf({ model, telling, atLogin }, voice) });
    this.#notices.take(telling, model.messages);
  }

  #choose(choice: Choice): void {
    if (choice.what === 'show') this.#window.show();
    else void this.#try(choice.what, async () => this.#start(choice));
  }

  async #start(choice: Choice): Promise<void> {
    switch (choice.what) {
      case 'show':
        return;
      case 'check':
        await this.#core.ask('recheck');
        return;
      case 'open':
        await openProgram({ core: this.#core, desk: this.#desk }, choice.program);
        return;
      case 'language':
        await changeSettings(
          { settings: this.#settings, speaker: this.#speaker, desk: this.#desk },
          { language: choice.language },
        );
        return;
      case 'at-login':
        this.#setAtLogin(choice.on);
        return;
      case 'quit':
        await quitIfMeant(this.#desk.model, this.#speaker.voice);
        return;
    }
  }

  /** What the menu starts has no window to answer to: the window comes up, where the same can be tried with an answer. */
  async #try(what: string, act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.#deps.log.warn('It did not work.', { what, reason: reasonOf(error) });
      if (what !== 'wake') this.#window.show();
    }
  }

  #setAtLogin(on: boolean): void {
    const { os, env, log } = this.#deps;
    this.#settings.set({ atLogin: on });
    this.#look();
    // A checkout must not make itself the program that starts at sign-in.
    if (!app.isPackaged) return;
    try {
      setLoginItem({ os, program: env['APPIMAGE'] ?? app.getPath('exe') }, on);
    } catch (error) {
      log.warn('The start at sign-in cannot be set.', { reason: reasonOf(error) });
    }
  }

  #say({ title, body }: Notice): void {
    if (!Notification.isSupported()) return;
    const notification = new Notification({ title, body });
    this.#said.add(notification);
    const forget = () => this.#said.delete(notification);
    notification.on('click', () => {
      forget();
      this.#window.show();
    });
    notification.on('close', forget);
    notification.show();
  }
}
