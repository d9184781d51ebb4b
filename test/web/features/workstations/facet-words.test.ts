import { describe, expect, it } from 'vitest';
import { sayFacet } from '../../../../console/web/features/workstations/facet-words.ts';
import { createVoice } from '../../../../console/web/voice.ts';
import { inEnglish } from '../../../../console/web/words/languages.ts';
import type { Facet } from '../../../../shared/protocol/workstation-list.ts';

const voice = createVoice(inEnglish, []);

describe('a value behind which many stand', () => {
  it.each<[Facet, string, string]>([
    ['cause', 'software/forbidden-running', 'Forbidden software running'],
    ['access', 'warned', 'Fix soon'],
    ['enrolment', 'awaiting-approval', 'Waits for approval'],
    ['end-of-life', '30', 'Ends within 30 days'],
    ['wifi', 'open', 'Open Wi-Fi'],
    ['wifi', 'wpa2-personal', 'Wi-Fi, WPA2 PERSONAL'],
    ['contact', 'lost', 'Out of contact'],
    ['system', 'Windows 11 Pro 25H2', 'Windows 11 Pro 25H2'],
  ])('%s %s', (facet, value, words) => {
    expect(sayFacet(voice, facet, value)).toBe(words);
  });

  it('that somebody made up in an address stands as it is', () => {
    expect(sayFacet(voice, 'vpn', 'constructor')).toBe('constructor');
  });
});
