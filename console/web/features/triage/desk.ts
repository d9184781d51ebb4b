import { createContext, useContext } from 'react';
import type { TriageRow } from '../../../../shared/protocol/case-views.ts';

/** What can be done from a row. */
export type RowAct = 'check' | 'message' | 'answer' | 'note' | 'assign' | 'excuse' | 'lock' | 'unlock' | 'done';

/** What the rows of the triage share. */
export interface Desk {
  /** Name of the operator who sits at it. */
  readonly me: string | undefined;
  /** Ids of the selected workstations. */
  readonly chosen: ReadonlySet<string>;
  /** The console cannot be reached: what is shown may have changed. */
  readonly stale: boolean;
  /** Somebody points at the rows, which stay where they are meanwhile. */
  readonly isHeld: boolean;
  choose(workstations: readonly string[], isChosen: boolean): void;
  act(act: RowAct, row: TriageRow): void;
  /** Operators who may take care of somebody. */
  readonly helpers: readonly string[];
  assign(row: TriageRow, name: string): void;
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

/** The case that can be closed by hand: what was reported, or what was asked where nothing else keeps it open. */
export function closableCase({ incident, case: lead }: TriageRow): string | undefined {
  return incident ?? (lead.standing === 'none' ? lead.id : undefined);
}

export function whoIs({ person, hostName }: { person?: string | undefined; hostName: string }): string {
  return person ?? hostName;
}
