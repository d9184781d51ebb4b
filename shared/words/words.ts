import type { Access } from '../access/decide.ts';
import type { CannotTellReason, Text } from '../checks/define.ts';
import type { CheckId, checks } from '../checks/index.ts';
import type { Language } from './language.ts';

/** Why access is refused for a cause that is not a check. */
export type OutsideCode = 'manual-lock' | 'out-of-contact' | 'awaiting-approval' | 'quarantined' | 'revoked';

/** What a person reads about one check. */
export interface CheckWords<Id extends CheckId = CheckId> {
  readonly title: string;
  /** Why it matters to the customer at the other end of the call. */
  readonly why: string;
  readonly texts: { readonly [Code in keyof (typeof checks)[Id]['texts']]: Text };
}

/** All that a person reads about checks and access, in one language. A missing or an extra key does not compile. */
export interface Words {
  readonly language: Language;
  /** One word per access, the same on every screen. */
  readonly access: Readonly<Record<Access, string>>;
  readonly checks: { readonly [Id in CheckId]: CheckWords<Id> };
  /** Ends the sentence of `frames.cannotTell`. */
  readonly cannotTell: Readonly<Record<CannotTellReason, string>>;
  readonly outside: Readonly<Record<OutsideCode, Text>>;
  readonly frames: {
    readonly allGood: string;
    readonly nothingToDo: string;
    readonly cannotTell: string;
    readonly cannotTellRemedy: string;
    readonly locationRemedy: string;
    readonly ready: string;
    readonly finishCall: string;
    readonly lessThanADay: string;
  };
}
