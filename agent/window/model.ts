import { createContext, useContext } from 'react';
import type { Os } from '../../shared/checks/define.ts';
import type { CheckId } from '../../shared/checks/index.ts';
import type { Language } from '../../shared/words/language.ts';
import type { Snapshot } from '../core/agent.ts';
import { bridge } from './bridge.ts';

export type Look = 'light' | 'dark' | 'system';
export interface Invitation {
  readonly console: string;
  readonly code: string;
}
export type Message =
  | { from: 'helpdesk'; id: string; at: string; name: string; text: string; seen: boolean }
  | {
      from: 'person';
      id: string;
      at: string;
      text: string;
      taken: boolean;
      asks: 'help' | 'excuse' | 'incident';
      checks?: readonly CheckId[];
      until?: string;
    };
export interface Model {
  readonly phase: 'starting' | 'not-enrolled' | 'running' | 'crashed';
  readonly os: Os;
  readonly version: string;
  readonly settings: { readonly language: Language; readonly look: Look };
  readonly snapshot?: Snapshot;
  readonly lastCheck?: { readonly at: string; readonly took: number };
  readonly messages: readonly Message[];
  readonly callerCode?: { readonly digits: string; readonly until: string };
  readonly update?: { readonly version: string };
  readonly invitation?: Invitation;
  readonly keyProtection?: 'keyring' | 'file';
}

let current: Model | undefined;
const listeners = new Set<() => void>();

function take(model: Model): void {
  current = model;
  for (const listener of listeners) listener();
}

/** The last that the main process told. */
export const model = {
  get: () => current,
  subscribe(listener: () => void): () => void {
    if (listeners.size === 0) {
      bridge.onModel(take);
      void bridge.getModel().then(take);
    }
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

const ModelContext = createContext<Model | undefined>(undefined);
export const ModelProvider = ModelContext.Provider;

export function useModel(): Model {
  const found = useContext(ModelContext);
  if (!found) throw new Error('useModel is called outside the ModelProvider');
  return found;
}
