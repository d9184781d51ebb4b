import type { CheckId } from '../../shared/checks/index.ts';
import type { Language } from '../../shared/words/language.ts';
import type { Invitation, Look, Model } from './model.ts';
import type { SettingsPage } from './today/fixes.ts';

export interface Bridge {
  getModel(): Promise<Model>;
  onModel(listener: (model: Model) => void): () => void;
  recheck(checks?: readonly CheckId[]): Promise<void>;
  openProgram(program: string): Promise<void>;
  openSettings(page: SettingsPage): Promise<void>;
  closeProgram(names: string): Promise<void>;
  copy(text: string): Promise<void>;
  askHelp(ask: { asks: 'help' | 'excuse'; text: string; checks?: readonly CheckId[]; until?: string }): Promise<void>;
  reportIncident(text: string): Promise<void>;
  markSeen(ids: readonly string[]): Promise<void>;
  saveLog(): Promise<string | undefined>;
  setSettings(settings: { language?: Language; look?: Look }): Promise<void>;
  installUpdate(): Promise<void>;
  readInvitation(text: string, console?: string): Promise<Invitation>;
  enrol(invitation: Invitation): Promise<{ state: string }>;
}

declare global {
  interface Window {
    readonly shiftgate: Bridge;
  }
}

export const bridge: Bridge = window.shiftgate;
