import { describe, expect, it } from 'vitest';
import { completeAt } from '../../../../console/web/features/policy/completion.ts';
import { createVoice } from '../../../../console/web/voice.ts';
import { fetchWords } from '../../../../console/web/words/languages.ts';

const english = createVoice(await fetchWords('en'), ['en-GB']);
const french = createVoice(await fetchWords('fr'), ['fr-FR']);

function suggestedAt(text: string, voice = english): (string | undefined)[] {
  const found = completeAt(text.split('\n'), voice);
  return (found?.options ?? []).map(({ label, detail }) => [label, detail].filter(Boolean).join(': '));
}

describe('what the editor suggests', () => {
  it.each([
    ['a field of the policy', 'lea', 'lease: Lease · duration'],
    ['a check', 'checks:\n  v', 'vpn: VPN'],
    ['a field of every rule', 'checks:\n  vpn:\n    ', 'within: Within · duration'],
    ['a choice of a rule', 'checks:\n  vpn:\n    ', 'onCannotTell: What cannot be read · pass, advise, deadline'],
    ['a setting of one check', 'checks:\n  vpn:\n    r', 'egress: Seen from these addresses · list'],
    ['a value, with its meaning', 'checks:\n  vpn:\n    strategy: ', 'observe: noted only'],
    ['a span of time', 'lease: ', '15m'],
    ['an entry of a list', 'checks:\n  remote-login:\n    forbid:\n      - ', 'rdp'],
  ])('%s', (_what, text, suggestion) => {
    expect(suggestedAt(text)).toContain(suggestion);
  });

  it('names in the text stay as they are in every language, what they mean does not', () => {
    expect(suggestedAt('lea', french)).toContain('lease: Bail · durée');
    expect(suggestedAt('checks:\n  f', french)).toContain('firewall: Pare-feu');
    expect(suggestedAt('checks:\n  vpn:\n    strategy: ', french)).toContain('observe: noté seulement');
  });

  it('nothing inside a sentence', () => {
    expect(suggestedAt('name: My first')).toEqual([]);
  });
});
