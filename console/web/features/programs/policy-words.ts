import { type CheckId, CheckId as CheckIds } from '../../../../shared/checks/index.ts';
import type { Policy, Rule } from '../../../../shared/policy/policy.ts';
import type { Voice } from '../../voice.ts';

/** What the policy does about one check, in a sentence. */
export interface RuleSentence {
  check: CheckId;
  sentence: string;
}

/** The rules in words, in the order of the checks; a check that the policy leaves out is not there. */
export function ruleSentences({ checks }: Policy, voice: Voice): RuleSentence[] {
  return CheckIds.options.flatMap((check) => {
    const rule = checks[check];
    return rule ? [{ check, sentence: sayRule(rule, voice) }] : [];
  });
}

function sayRule(rule: Rule, voice: Voice): string {
  const { failing, failingInCall, unknown } = voice.words.policy.inWords;
  const whenFailing = { ...failing, ...(rule.critical && failingInCall) }[rule.strategy];
  const sentences = [whenFailing, unknown[whenUnknown(rule)]];
  return sentences.map((sentence) => voice.fill(sentence, { span: spanOf(rule.within, voice) })).join(' ');
}

function whenUnknown({ strategy, onCannotTell }: Rule): Rule['onCannotTell'] {
  if (strategy === 'observe') return 'pass';
  return strategy === 'advise' && onCannotTell === 'deadline' ? 'advise' : onCannotTell;
}

/** What holds for the whole policy. */
export function policySentences({ lease, staleAfter, breaker }: Policy, voice: Voice): string[] {
  const { inWords } = voice.words.policy;
  const span = (seconds: number) => ({ span: spanOf(seconds, voice) });
  return [
    voice.fill(inWords.lease, span(lease)),
    voice.fill(inWords.staleAfter, span(staleAfter)),
    voice.fill(inWords.breaker, { ...span(breaker.within), share: breaker.share, number: breaker.atLeast }),
  ];
}

function spanOf(seconds: number, voice: Voice): string {
  return voice.span(seconds * 1000);
}
