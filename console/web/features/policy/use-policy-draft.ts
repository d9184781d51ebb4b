import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { parsePolicy } from '../../../../shared/policy/parse.ts';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { PolicyDraft } from '../../../../shared/protocol/policy-views.ts';
import type { ReplyOf } from '../../../../shared/protocol/route.ts';
import { call } from '../../api.ts';
import { keys } from '../../keys.ts';
import { useToast } from '../../parts/toast.tsx';

export type Published = ReplyOf<typeof consoleRoutes.policy>;

/** Milliseconds without a key stroke after which the draft is saved, and after which a failed save is tried again. */
const savedAfter = { waiting: 1_200, failed: 10_000 };

export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed';

/** The text being written, kept on the console, so that neither leaving the page nor another PC loses it. */
export function usePolicyDraft(program: string, published: Published, saved: PolicyDraft | undefined) {
  const client = useQueryClient();
  const [text, setText] = useState(saved?.text ?? published.text);
  const [basedOn, setBasedOn] = useState(saved?.basedOn ?? published.version);
  const [state, setState] = useState<SaveState>('saved');
  /** Why it could not be saved. */
  const [problem, setProblem] = useState<Error>();
  const parsed = useMemo(() => parsePolicy(text), [text]);
  const isChanged = text !== published.text;
  // Another version that came in while nothing was being written is simply shown.
  if (basedOn !== published.version && !saved && state === 'saved' && !isChanged) setBasedOn(published.version);
  const failed = useRef(useToast().failed);
  const latest = useRef({ text, basedOn, state });
  latest.current = { text, basedOn, state };
  const save = async () => {
    setState('saving');
    try {
      const body = { text: latest.current.text, basedOn: latest.current.basedOn };
      await call(consoleRoutes.saveDraft, { params: { id: program }, body });
      setState((now) => (now === 'saving' ? 'saved' : now));
    } catch (error) {
      setProblem(error as Error);
      setState('failed');
    }
  };
  useEffect(() => {
    if (state !== 'waiting' && state !== 'failed') return;
    const timer = setTimeout(() => void save(), savedAfter[state]);
    return () => clearTimeout(timer);
  });
  useEffect(
    () => () => {
      const { state: last, text: left, basedOn: from } = latest.current;
      if (last !== 'waiting' && last !== 'failed') return;
      const body = { text: left, basedOn: from };
      call(consoleRoutes.saveDraft, { params: { id: program }, body }).catch(failed.current);
    },
    [program],
  );
  return {
    text,
    parsed,
    state,
    isChanged,
    problem: state === 'failed' ? problem : undefined,
    isOvertaken: basedOn < published.version,
    write(next: string) {
      if (next === latest.current.text) return;
      setText(next);
      setState('waiting');
    },
    /** Throws what was written away. */
    async discard() {
      setText(published.text);
      setBasedOn(published.version);
      setState('saved');
      await call(consoleRoutes.dropDraft, { params: { id: program } }).catch(failed.current);
      await client.invalidateQueries({ queryKey: keys.draft(program) });
    },
    /** What was written has become a version. One that is still on its way leaves the text in force as it was. */
    published(version: number, isInForce: boolean) {
      setBasedOn(isInForce ? version : published.version);
      if (!isInForce) setText(published.text);
      setState('saved');
      client.removeQueries({ queryKey: keys.draft(program) });
    },
  };
}

export type Draft = ReturnType<typeof usePolicyDraft>;
