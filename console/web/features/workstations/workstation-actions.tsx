import { ActionIcon, Button, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBan, IconClockPause, IconDots, IconLock, IconLockOpen, IconRefresh } from '@tabler/icons-react';
import type { WorkstationDetail } from '../../../../shared/protocol/views.ts';
import { useShortcuts } from '../../shell/shortcuts.ts';
import type { EnrolmentStep } from './enrolment-dialog.tsx';
import { ExcuseDialog } from './excuse-dialog.tsx';
import { LockDialog } from './lock-dialog.tsx';
import type { Actions } from './use-actions.ts';
import { useRecheck } from './use-recheck.ts';

interface WorkstationActionsProps {
  workstation: WorkstationDetail;
  actions: Actions;
  onStep: (step: EnrolmentStep) => void;
}

/** The buttons of a workstation's page, each with its key. */
export function WorkstationActions({ workstation, actions, onStep }: WorkstationActionsProps) {
  const { locks, enrolment } = workstation;
  const { recheck, isChecking } = useRecheck(workstation);
  const [lockOpened, lock] = useDisclosure(false);
  const [excuseOpened, excuse] = useDisclosure(false);
  const lift = () => locks.length > 0 && actions.lift(locks);
  useShortcuts({ c: recheck, l: lock.open, e: excuse.open, u: lift });
  if (enrolment === 'revoked') return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconRefresh size={18} aria-hidden />}
        loading={isChecking}
        onClick={recheck}
      >
        Check now
      </Button>
      <Button variant="default" leftSection={<IconClockPause size={18} aria-hidden />} onClick={excuse.open}>
        Excuse
      </Button>
      {locks.length > 0 ? (
        <Button leftSection={<IconLockOpen size={18} aria-hidden />} loading={actions.isLifting} onClick={lift}>
          Lift lock
        </Button>
      ) : (
        <Button color="red.9" leftSection={<IconLock size={18} aria-hidden />} onClick={lock.open}>
          Lock
        </Button>
      )}
      <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon variant="default" aria-label="More actions" size={36}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {locks.length > 0 && (
            <Menu.Item leftSection={<IconLock size={16} aria-hidden />} onClick={lock.open}>
              Lock another program
            </Menu.Item>
          )}
          <Menu.Item
            c="var(--locked-text)"
            leftSection={<IconBan size={16} aria-hidden />}
            onClick={() => onStep('revoke')}
          >
            Revoke this PC
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {lockOpened && <LockDialog workstation={workstation} actions={actions} onClose={lock.close} />}
      {excuseOpened && <ExcuseDialog workstation={workstation} actions={actions} onClose={excuse.close} />}
    </>
  );
}
