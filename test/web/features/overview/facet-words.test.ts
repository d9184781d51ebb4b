import { describe, expect, it } from 'vitest';
import { sayFacet } from '../../../../console/web/features/overview/facet-words.ts';

describe('a value behind which many stand', () => {
  it('says a cause without the names and numbers of one of them', () => {
    expect(sayFacet('cause', 'software/forbidden-running')).toBe('… is running and is not allowed while you work.');
  });
});
