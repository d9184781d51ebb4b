import { lazy, Suspense, useEffect, useState } from 'react';
import { onStepUp } from '../../api.ts';
import { fetchPatiently } from '../../code.ts';

const StepUpDialog = lazy(
  fetchPatiently(async () => ({ default: (await import('./step-up-dialog.tsx')).StepUpDialog })),
);

/** Waits until the console asks for a fresh proof of who is sitting there, and then asks for it. */
export function StepUp() {
  const [answer, setAnswer] = useState<{ is: (proved: boolean) => void }>();
  useEffect(() => onStepUp(() => new Promise<boolean>((is) => setAnswer({ is }))), []);
  if (!answer) return null;
  const end = (proved: boolean) => {
    setAnswer(undefined);
    answer.is(proved);
  };
  return (
    <Suspense>
      <StepUpDialog end={end} />
    </Suspense>
  );
}
