import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { encode } from 'uqr';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { call } from '../../api.ts';
import { keys } from '../../keys.ts';
import { Copyable } from '../../parts/copyable.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { useCall } from '../../parts/use-call.ts';
import { CodeField } from './code-step.tsx';

/** Adds an authenticator app: scan, type the code it shows, keep the recovery codes. */
export function AppDialog({ onClose }: { onClose: () => void }) {
  // A new secret each time the window opens; one that was only looked at counts for nothing.
  const { data, error } = useQuery({
    queryKey: ['new-app'],
    queryFn: () => call(consoleRoutes.startTotp, {}),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const words = useVoice().words.signIn.account;
  const [code, setCode] = useState('');
  const confirm = useCall(consoleRoutes.confirmTotp, [keys.account, keys.session, keys.sessions]);
  if (confirm.data) return <RecoveryCodes codes={confirm.data.recoveryCodes} onClose={onClose} />;
  return (
    <FormDialog
      title={words.addAppTitle}
      onClose={onClose}
      onSubmit={() => confirm.mutate({ body: { code } })}
      submit={words.addIt}
      disabled={!data || code.length < 6}
      pending={confirm.isPending}
      error={confirm.error ?? error}
    >
      <Text size="sm">{words.scan}</Text>
      {data && <QrCode text={data.uri} />}
      {data && <Copyable label={words.typeKey} value={data.secret} />}
      <CodeField value={code} onChange={setCode} />
    </FormDialog>
  );
}

/** Black on white in either look: not every camera reads the other way round. */
function QrCode({ text }: { text: string }) {
  const { data, size } = encode(text, { border: 2 });
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg
      role="img"
      aria-label={useVoice().words.signIn.account.camera}
      viewBox={`0 0 ${size} ${size}`}
      width={200}
      height={200}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}

function RecoveryCodes({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  const words = useVoice().words.signIn.account;
  return (
    <Dialog title={words.keepCodes} onClose={onClose}>
      <Stack>
        <Text size="sm">{words.keepCodesWhy}</Text>
        <Copyable label={words.recoveryCodes} value={codes.join('  ')} />
        <Group justify="flex-end">
          <Button onClick={onClose}>{words.kept}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
