import { createContext, useContext } from 'react';
import type { TriageRow } from '../../../../shared/protocol/case-views.ts';

/** What can be done from a row. */
export type RowAct = 'check' | 'message' | 'answer' | 'note' | 'assign' | 'excuse' | 'lock' | 'unlock';

/** What the rows of the triage share. */
export interface Desk {
  /** Name of the operator who sits at it. */
  readonly me: string | undefined;
  /** Ids of the selected workstations. */
  readonly chosen: ReadonlySet<string>;
  choose(workstations: readonly string[], isChosen: boolean): void;
  act(act: RowAct, row: TriageRow): void;
  /** Makes a row known while it is on screen, for the keyboard; returns how to end that. */
  show(row: TriageRow): () => void;
}

const DeskContext = createContext<Desk | undefined>(undefined);
export const DeskProvider = DeskContext.Provider;

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useDesk is called outside the DeskProvider');
  return desk;
}

export function whoIs({ person, hostName }: { person?: string | undefined; hostName: string }): string {
  return person ?? hostName;
}
