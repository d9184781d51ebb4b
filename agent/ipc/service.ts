import type { Enrolment } from '../../shared/access/decide.ts';
import type { CheckId } from '../../shared/checks/index.ts';
import type { Snapshot } from '../core/agent.ts';
import type { Closed } from '../core/close-programs.ts';
import type { Invitation } from '../core/identity/enrolment-link.ts';
import type { Asking } from '../core/mailbox.ts';

/** How the agent beside the window is. */
export type ServiceState =
  | { readonly phase: 'not-enrolled' }
  | { readonly phase: 'running'; readonly snapshot: Snapshot }
  /** It tries again by itself; `trouble` says what is in its way. */
  | { readonly phase: 'failed'; readonly trouble: string };

/** What the main process asks of the agent's own process. */
export type ServiceAsks = {
  recheck(checks?: readonly CheckId[]): Promise<void>;
  ask(asking: Asking): Promise<void>;
  markSeen(ids: readonly string[]): Promise<void>;
  closeForbidden(): Promise<Closed>;
  launchLink(program: string): Promise<string>;
  enrol(invitation: Invitation): Promise<{ readonly state: Enrolment }>;
  /** The PC was asleep, or somebody is back at it. */
  wake(): Promise<void>;
  close(): Promise<void>;
};

/** What the agent's own process asks of the main process, which alone reaches the system's key store. */
export type MainAsks = {
  readSecret(name: string): Promise<string | undefined>;
  writeSecret(name: string, value: string): Promise<void>;
  tell(state: ServiceState): Promise<void>;
  lookForUpdate(): Promise<void>;
};
