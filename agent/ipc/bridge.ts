import type { Enrolment } from '../../shared/access/decide.ts';
import type { ArgumentsOf } from './arguments.ts';
import type { Act } from './channels.ts';
import type { Invitation, Model } from './model.ts';

/** What each question is answered with. Those that are not named here are done or refused. */
interface Replies {
  getModel: Model;
  /** The name of the file; undefined when the person thought better of it. */
  saveLog: string | undefined;
  readInvitation: Invitation;
  enrol: { readonly state: Enrolment };
}

export type ReplyTo<A extends Act> = A extends keyof Replies ? Replies[A] : undefined;

/** The one way between the window and the main process: window.shiftgate. A question that is refused throws why. */
export type Bridge = { readonly [A in Act]: (...args: ArgumentsOf<A>) => Promise<ReplyTo<A>> } & {
  /** Calls back with every change; returns how to stop that. */
  onModel(listener: (model: Model) => void): () => void;
};
