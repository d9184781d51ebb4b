import { IconAlertTriangle } from '@tabler/icons-react';
import { ErrorCode, errors } from '../../../../shared/protocol/errors.ts';
import { Notice } from '../../parts/notice.tsx';
import { useVoice } from '../../parts/speech.tsx';

/** Why the identity provider sent somebody back. The address names a refusal of ours; anything else says nothing. */
export function Problem({ code }: { code: string }) {
  const voice = useVoice();
  const known = ErrorCode.safeParse(code).data;
  if (!known) return null;
  return (
    <Notice role="alert" tone="locked" icon={IconAlertTriangle}>
      {known === 'single-sign-on-failed' ? voice.words.signIn.providerFailed : voice.phrase(errors[known].say)}
    </Notice>
  );
}
