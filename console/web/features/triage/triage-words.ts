import type { CaseCause, CaseView, TriageSection } from '../../../../shared/protocol/case-views.ts';
import { say } from '../../../../shared/words/english.ts';

/** What each section is called, and what it says when there is nobody in it. */
export const sectionWords: Readonly<Record<TriageSection, { title: string; none: string }>> = {
  'cannot-work': { title: 'Cannot work now', none: 'Everybody can work.' },
  soon: { title: 'Will not be able to work soon', none: 'Nobody is about to be locked.' },
  asked: { title: 'Asked for help', none: 'Nobody waits for an answer.' },
};

type Cause = Pick<CaseView, 'code' | 'params'> & { readonly cause: CaseCause };

/** The cause in plain words. */
export function caseWords({ cause, code, params }: Cause): string {
  if (cause === 'help') return 'Asked for help';
  if (cause === 'incident') return 'Reported something suspicious';
  return say(cause, code, params).problem;
}
