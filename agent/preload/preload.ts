import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../ipc/bridge.ts';
import { type Act, type Answer, acts, channelOf, modelChannel } from '../ipc/channels.ts';
import type { Model } from '../ipc/model.ts';

async function ask(act: Act, args: readonly unknown[]): Promise<unknown> {
  const answer: Answer = await ipcRenderer.invoke(channelOf(act), ...args);
  if ('trouble' in answer) throw new Error(answer.trouble);
  return answer.value;
}

function onModel(listener: (model: Model) => void): () => void {
  const told = (_event: unknown, model: Model) => listener(model);
  ipcRenderer.on(modelChannel, told);
  return () => void ipcRenderer.removeListener(modelChannel, told);
}

const asking = Object.fromEntries(acts.map((act) => [act, (...args: unknown[]) => ask(act, args)]));
contextBridge.exposeInMainWorld('shiftgate', { ...asking, onModel } as Bridge);
