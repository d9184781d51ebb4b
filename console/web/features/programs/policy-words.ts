import { type CheckId, CheckId as CheckIds } from '../../../../shared/checks/index.ts';
import type { Policy, Rule } from '../../../../shared/policy/policy.ts';
import { saySpan } from '../../parts/time-words.ts';

/** What the policy does about one check, in a sentence. */
export interface RuleSentence {
  check: CheckId;
  sentence: string;
}

/** The rules in words, in the order of the checks; a check that the policy leaves out is not there. */
export function ruleSentences({ checks }: Policy): RuleSentence[] {
  return CheckIds.options.flatMap((check) => {
    const rule = checks[check];
    return rule ? [{ check, sentence: `${whenFailing(rule)} ${whenUnknown(rule)}` }] : [];
  });
}

function whenFailing({ strategy, within, critical }: Rule): string {
  const inCall = critical ? ', even in a call' : '';
  switch (strategy) {
    case 'observe':
      return 'A failure is noted, nobody is told.';
    case 'advise':
      return 'A failure is told to the person; access stays.';
    case 'deadline':
      return `A failure warns, and locks after ${saySeconds(within)}${inCall}.`;
    case 'lock':
      return `A failure locks at once${inCall}.`;
  }
}

function whenUnknown({ strategy, within, onCannotTell }: Rule): string {
  if (strategy === 'observe' || onCannotTell === 'pass') return 'What cannot be read counts as passed.';
  if (onCannotTell === 'advise' || strategy === 'advise') return 'What cannot be read is told, and never locks.';
  return `What cannot be read locks after ${saySeconds(within)}.`;
}

/** What holds for the whole policy. */
export function policySentences({ lease, staleAfter, breaker }: Policy): string[] {
  return [
    `A PC that is silent for ${saySeconds(lease)} is locked.`,
    `A reading older than ${saySeconds(staleAfter)} counts as unknown.`,
    `If a check locks ${breaker.share} % of the PCs (at least ${breaker.atLeast}) within ${saySeconds(breaker.within)}, its automatic locks stop and wait for a person.`,
  ];
}

function saySeconds(seconds: number): string {
  return saySpan(seconds * 1000);
}
