import { describe, expect, it } from 'vitest';
import { sayFacet } from '../../../../console/web/features/overview/facet-words.ts';
import { createVoice } from '../../../../console/web/voice.ts';
import { inEnglish } from '../../../../console/web/words/languages.ts';

describe('a value behind which many stand', () => {
  it('says a cause without the names and numbers of one of them', () => {
    const voice = createVoice(inEnglish, []);
    expect(sayFacet(voice, 'cause', 'software/forbidden-running')).toBe('Forbidden software running');
  });
});
