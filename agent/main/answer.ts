import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { type Logger, reasonOf } from '../core/log.ts';
import { type ArgumentsOf, argumentsOf } from '../ipc/arguments.ts';
import type { ReplyTo } from '../ipc/bridge.ts';
import { type Act, type Answer, acts, channelOf } from '../ipc/channels.ts';

export type Answers = { readonly [A in Act]: (...args: ArgumentsOf<A>) => Promise<ReplyTo<A>> };

/** Answers the window, and nobody else; what is asked in another form than agreed never reaches the answers. */
export function answerWindow(answers: Answers, isSender: (event: IpcMainInvokeEvent) => boolean, log: Logger): void {
  for (const act of acts) {
    const answer = answers[act] as (...args: readonly unknown[]) => Promise<unknown>;
    ipcMain.handle(channelOf(act), async (event, ...raw: unknown[]): Promise<Answer> => {
      if (!isSender(event)) {
        log.warn('Refused: a question from a page that is not the window.', { act });
        throw new Error('Refused.');
      }
      const args = argumentsOf[act].safeParse(raw);
      if (!args.success) {
        log.warn('Refused: a question in a form that is not agreed.', { act });
        return { trouble: 'The window asked in a form that is not agreed.' };
      }
      try {
        return { value: await answer(...args.data) };
      } catch (error) {
        log.warn('A question could not be answered.', { act, reason: reasonOf(error) });
        return { trouble: reasonOf(error) };
      }
    });
  }
}
