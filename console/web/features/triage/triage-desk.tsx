import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import type { TriageRow } from '../../../../shared/protocol/case-views.ts';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { step } from '../../parts/row-steps.ts';
import { useShortcuts } from '../../shell/shortcuts.ts';
import { sessionQuery } from '../sign-in/session.ts';
import { useMay } from '../sign-in/use-may.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import { closableCase, type Desk, DeskProvider, type RowAct } from './desk.ts';
import { DetailDialog } from './detail-dialog.tsx';
import { assigneesQuery } from './queries.ts';
import { TextDialog } from './text-dialog.tsx';
import { useRowActs } from './use-row-acts.ts';

interface TriageDeskProps {
  chosen: ReadonlySet<string>;
  /** The console cannot be reached: what is shown may have changed. */
  stale: boolean;
  /** Somebody points at the rows. */
  isHeld: boolean;
  onChoose: (workstations: readonly string[], isChosen: boolean) => void;
  children: ReactNode;
}

interface Asking {
  act: Exclude<RowAct, 'check' | 'assign' | 'unlock' | 'done'>;
  row: TriageRow;
}

/** Does what rows and keys ask for, and asks back where that needs words. */
export function TriageDesk({ chosen, stale, isHeld, onChoose, children }: TriageDeskProps) {
  const { data: session } = useQuery(sessionQuery);
  const [asking, setAsking] = useState<Asking>();
  const rows = useRef(new Map<string, TriageRow>());
  const { check, assign, unlock, close } = useRowActs();
  const { data: helpers } = useQuery(assigneesQuery);
  const me = session?.name;
  const mayLock = useMay(consoleRoutes.lock);
  const mayUnlock = useMay(consoleRoutes.unlock);
  const atOnce: Partial<Record<RowAct, (row: TriageRow) => void>> = {
    ...{ check, unlock, done: close },
    assign: (row) => assign(row, row.case.assignee === me ? undefined : me),
  };
  const asks = (what: RowAct): what is Asking['act'] => !(what in atOnce);
  const act = (what: RowAct, row: TriageRow) => {
    if (asks(what)) setAsking({ act: what === 'answer' && row.requests.length === 0 ? 'message' : what, row });
    else atOnce[what]?.(row);
  };
  const desk: Desk = {
    ...{ me, chosen, act, stale, isHeld },
    helpers: helpers ?? [],
    assign,
    choose: onChoose,
    show(row) {
      rows.current.set(row.workstation, row);
      return () => rows.current.delete(row.workstation);
    },
  };
  const onFocused = (run: (row: TriageRow) => void) => () => {
    const holder = document.activeElement?.closest<HTMLElement>('[data-workstation]');
    const row = rows.current.get(holder?.dataset['workstation'] ?? '');
    if (row) run(row);
  };
  useShortcuts({
    j: () => step(1),
    k: () => step(-1),
    x: onFocused(({ workstation }) => onChoose([workstation], !chosen.has(workstation))),
    c: onFocused((row) => act('check', row)),
    m: onFocused((row) => act('message', row)),
    r: onFocused((row) => act('answer', row)),
    n: onFocused((row) => act('note', row)),
    a: onFocused((row) => act('assign', row)),
    e: onFocused((row) => act('excuse', row)),
    l: mayLock ? onFocused((row) => act('lock', row)) : undefined,
    u: mayUnlock ? onFocused((row) => row.case.cause === 'manual-lock' && act('unlock', row)) : undefined,
  });
  return (
    <DeskProvider value={desk}>
      {children}
      {asking && <Question {...asking} onDone={close} onClose={() => setAsking(undefined)} />}
    </DeskProvider>
  );
}

interface QuestionProps extends Asking {
  onDone: (row: TriageRow, note: string) => void;
  onClose: () => void;
}

function Question({ act, row, onDone, onClose }: QuestionProps) {
  if (act === 'message' || act === 'note') return <TextDialog kind={act} row={row} onClose={onClose} />;
  const [request] = row.requests;
  if (act === 'answer') {
    const done = closableCase(row) === undefined ? undefined : (note: string) => onDone(row, note);
    return request && <AnswerDialog row={row} request={request} onDone={done} onClose={onClose} />;
  }
  return <DetailDialog kind={act} row={row} onClose={onClose} />;
}
