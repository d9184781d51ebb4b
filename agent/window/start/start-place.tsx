import { useState } from 'react';
import type { Invitation } from '../../ipc/model.ts';
import { bridge } from '../bridge.ts';
import { useModel } from '../model.ts';
import { Confirm, Consent, Done, Paste, Permissions } from './steps.tsx';

type Step = 'paste' | 'confirm' | 'consent' | 'permissions' | 'done';

/** From a link to a PC that works, in under a minute. Nothing is sent to an address that the person has not confirmed. */
export function StartPlace({ onEnd }: { onEnd: () => void }) {
  const { invitation: given, os } = useModel();
  const [invitation, setInvitation] = useState<Invitation | undefined>(given);
  const [step, setStep] = useState<Step>(given ? 'confirm' : 'paste');
  const [isActive, setActive] = useState(true);
  // A link that is opened while the first page waits takes its place.
  if (given && given !== invitation && step === 'paste') {
    setInvitation(given);
    setStep('confirm');
  }
  const needsPermission = os !== 'linux';
  switch (step) {
    case 'paste':
      return (
        <Paste
          onRead={(read) => {
            setInvitation(read);
            setStep('confirm');
          }}
        />
      );
    case 'confirm':
      return (
        <Confirm address={invitation?.console ?? ''} onYes={() => setStep('consent')} onNo={() => setStep('paste')} />
      );
    case 'consent':
      return (
        <Consent
          onBack={() => setStep('confirm')}
          onAgree={async () => {
            if (!invitation) return;
            const { state } = await bridge.enrol(invitation);
            setActive(state === 'active');
            setStep(needsPermission ? 'permissions' : 'done');
          }}
        />
      );
    case 'permissions':
      return <Permissions onNext={() => setStep('done')} />;
    case 'done':
      return <Done awaiting={!isActive} onEnd={onEnd} />;
  }
}
