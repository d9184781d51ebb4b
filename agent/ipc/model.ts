import type { Os } from '../../shared/checks/define.ts';
import type { Language } from '../../shared/words/language.ts';
import type { Snapshot } from '../core/agent.ts';
import type { CallerCode } from '../core/identity/caller-code.ts';
import type { Invitation } from '../core/identity/enrolment-link.ts';
import type { Message } from '../core/mailbox.ts';

export type { Invitation, Message };

/** What a window may look like; `system` follows the desktop. */
export type Look = 'light' | 'dark' | 'system';

export interface Settings {
  readonly language: Language;
  readonly look: Look;
}

/** Everything that the window shows. */
export interface Model {
  readonly phase: 'starting' | 'not-enrolled' | 'running' | 'crashed';
  readonly os: Os;
  readonly version: string;
  readonly settings: Settings;
  readonly snapshot?: Snapshot;
  readonly lastCheck?: NonNullable<Snapshot['lastCheck']>;
  readonly messages: readonly Message[];
  readonly callerCode?: CallerCode;
  /** An update that waits for a moment without a call. */
  readonly update?: { readonly version: string };
  /** From a link that the person opened; nothing is done with it until they confirm it. */
  readonly invitation?: Invitation;
  readonly keyProtection?: 'keyring' | 'file';
  /** Why the agent does not run, where somebody can do something about it. */
  readonly trouble?: string;
}
