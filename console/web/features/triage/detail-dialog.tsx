import { useQuery } from '@tanstack/react-query';
import type { TriageRow } from '../../../../shared/protocol/case-views.ts';
import type { WorkstationDetail } from '../../../../shared/protocol/views.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Failed, Waiting } from '../../parts/states.tsx';
import { ExcuseDialog } from '../workstations/excuse-dialog.tsx';
import { LockDialog } from '../workstations/lock-dialog.tsx';
import { workstationQuery } from '../workstations/queries.ts';
import { useActions } from '../workstations/use-actions.ts';
import { whoIs } from './desk.ts';

interface DetailDialogProps {
  kind: 'excuse' | 'lock';
  row: TriageRow;
  onClose: () => void;
}

/** The dialogs of a workstation's page, opened from its row. */
export function DetailDialog({ kind, row, onClose }: DetailDialogProps) {
  const { data, error, refetch } = useQuery(workstationQuery(row.workstation));
  if (data) return <Loaded kind={kind} workstation={data} onClose={onClose} />;
  return (
    <Dialog title={whoIs(row)} onClose={onClose}>
      {error ? <Failed error={error} retry={() => void refetch()} /> : <Waiting lines={4} />}
    </Dialog>
  );
}

interface LoadedProps {
  kind: DetailDialogProps['kind'];
  workstation: WorkstationDetail;
  onClose: () => void;
}

function Loaded({ kind, workstation, onClose }: LoadedProps) {
  const actions = useActions(workstation);
  const Asked = kind === 'excuse' ? ExcuseDialog : LockDialog;
  return <Asked workstation={workstation} actions={actions} onClose={onClose} />;
}
