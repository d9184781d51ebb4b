import { Button } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Refusal } from '../../parts/states.tsx';
import { askPasskey, isTurnedDown } from './passkey.ts';

interface PasskeyButtonProps {
  icon: TablerIcon;
  /** What to do with the passkey's answer. */
  use: (answer: Awaited<ReturnType<typeof askPasskey>>) => Promise<unknown>;
  children: ReactNode;
}

/** Asks for a passkey. Who turns that down has not failed; everything else is said. */
export function PasskeyButton({ icon: Icon, use, children }: PasskeyButtonProps) {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const ask = async () => {
    setPending(true);
    setError(null);
    try {
      await use(await askPasskey());
    } catch (thrown) {
      if (!isTurnedDown(thrown)) setError(thrown instanceof Error ? thrown : new Error(String(thrown)));
    }
    setPending(false);
  };
  return (
    <>
      <Refusal error={error} />
      <Button
        variant="default"
        loading={pending}
        leftSection={<Icon size={18} aria-hidden />}
        onClick={() => void ask()}
      >
        {children}
      </Button>
    </>
  );
}
