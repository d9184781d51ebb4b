import { ActionIcon, Button, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBan, IconClockPause, IconDots, IconLock, IconLockOpen, IconRefresh } from '@tabler/icons-react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { WorkstationDetail } from '../../../../shared/protocol/views.ts';
import { useVoice } from '../../parts/speech.tsx';
import { useShortcuts } from '../../shell/shortcuts.ts';
import { useMay } from '../sign-in/use-may.ts';
import type { EnrolmentStep } from './enrolment-dialog.tsx';
import { ExcuseDialog } from './excuse-dialog.tsx';
import { LockDialog } from './lock-dialog.tsx';
import { messageFieldId } from './messages-panel.tsx';
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
  const { actions: words } = useVoice().words.workstation;
  const { recheck, isChecking } = useRecheck(workstation);
  const [lockOpened, lock] = useDisclosure(false);
  const [excuseOpened, excuse] = useDisclosure(false);
  const may = useMayAct();
  const lift = () => locks.length > 0 && actions.lift(locks);
  const isGone = enrolment === 'revoked';
  const offers = (allowed: boolean, act: () => void) => (allowed && !isGone ? act : undefined);
  useShortcuts({
    c: offers(may.check, recheck),
    l: offers(may.lock, lock.open),
    e: offers(may.excuse, excuse.open),
    u: offers(may.lift, lift),
    m: offers(may.write, () => document.getElementById(messageFieldId)?.focus()),
  });
  if (isGone) return null;
  const isLocked = locks.length > 0;
  return (
    <>
      {may.check && (
        <Button
          variant="default"
          leftSection={<IconRefresh size={18} aria-hidden />}
          loading={isChecking}
          onClick={recheck}
        >
          {words.check}
        </Button>
      )}
      {may.excuse && (
        <Button variant="default" leftSection={<IconClockPause size={18} aria-hidden />} onClick={excuse.open}>
          {words.excuse}
        </Button>
      )}
      {isLocked && may.lift && (
        <Button leftSection={<IconLockOpen size={18} aria-hidden />} loading={actions.isLifting} onClick={lift}>
          {words.lift}
        </Button>
      )}
      {!isLocked && may.lock && (
        <Button color="red.9" leftSection={<IconLock size={18} aria-hidden />} onClick={lock.open}>
          {words.lock}
        </Button>
      )}
      <MoreActions
        onLock={isLocked && may.lock ? lock.open : undefined}
        onRevoke={may.revoke ? () => onStep('revoke') : undefined}
      />
      {lockOpened && <LockDialog workstation={workstation} actions={actions} onClose={lock.close} />}
      {excuseOpened && <ExcuseDialog workstation={workstation} actions={actions} onClose={excuse.close} />}
    </>
  );
}

function useMayAct() {
  return {
    check: useMay(consoleRoutes.recheck),
    excuse: useMay(consoleRoutes.excuse),
    lock: useMay(consoleRoutes.lock),
    lift: useMay(consoleRoutes.unlock),
    write: useMay(consoleRoutes.sendMessage),
    revoke: useMay(consoleRoutes.setEnrolment),
  };
}

interface MoreActionsProps {
  onLock: (() => void) | undefined;
  onRevoke: (() => void) | undefined;
}

function MoreActions({ onLock, onRevoke }: MoreActionsProps) {
  const { actions: words } = useVoice().words.workstation;
  if (!onLock && !onRevoke) return null;
  return (
    <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon variant="default" aria-label={words.more} size={36}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {onLock && (
          <Menu.Item leftSection={<IconLock size={16} aria-hidden />} onClick={onLock}>
            {words.lockOther}
          </Menu.Item>
        )}
        {onRevoke && (
          <Menu.Item c="var(--locked-text)" leftSection={<IconBan size={16} aria-hidden />} onClick={onRevoke}>
            {words.revoke}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
