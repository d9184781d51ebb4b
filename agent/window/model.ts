import { createContext, useContext } from 'react';
import type { Model } from '../ipc/model.ts';
import { bridge } from './bridge.ts';

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
