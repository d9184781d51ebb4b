import type { CaseCause, CaseView } from '../../../../shared/protocol/case-views.ts';
import type { Voice } from '../../voice.ts';

type Cause = Pick<CaseView, 'code' | 'params'> & { readonly cause: CaseCause };

/** The cause in plain words. */
export function caseWords({ cause, code, params }: Cause, voice: Voice): string {
  const { causes } = voice.words.triage;
  if (cause === 'help' || cause === 'incident') return causes[cause];
  return voice.say(cause, code, params).problem;
}
