import { useNow } from './clock.ts';
import { useVoice } from './speech.tsx';

/** Seconds matter only when the time is near: far times draw again twice a minute. */
function useStep(at: string, near: number): number {
  const coarse = useNow(30_000);
  const isNear = Math.abs(Date.parse(at) - coarse) < near;
  return useNow(isNear ? 1000 : 30_000);
}

/** A time that has passed: `4 min ago`, exact on hover. */
export function Ago({ at }: { at: string }) {
  const voice = useVoice();
  const now = useStep(at, 120_000);
  return (
    <time dateTime={at} title={voice.exactly(at)}>
      {voice.ago(at, now)}
    </time>
  );
}

/** A time to come: `16:30 · in 42 min`, exact on hover. */
export function Until({ at }: { at: string }) {
  const voice = useVoice();
  const now = useStep(at, 660_000);
  return (
    <time dateTime={at} title={voice.exactly(at)}>
      {voice.clock(at, now)} · {voice.in(at, now)}
    </time>
  );
}

/** A point in time as such: `16:30`, `Tue 16:30` or `3 Nov, 16:30`, exact on hover. */
export function At({ at }: { at: string }) {
  const voice = useVoice();
  const now = useNow(60_000);
  return (
    <time dateTime={at} title={voice.exactly(at)}>
      {voice.clock(at, now)}
    </time>
  );
}
