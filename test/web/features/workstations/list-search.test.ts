import { describe, expect, it } from 'vitest';
import { ListSearch } from '../../../../console/web/features/workstations/list-search.ts';

describe('a link to the list', () => {
  it.each([
    [
      'keeps its filters',
      { access: 'locked', program: 'sales', search: '0815', page: '3' },
      { access: 'locked', program: 'sales', search: '0815', page: 3 },
    ],
    ['forgets what does not exist', { access: 'broken', page: '-2', other: 'x' }, {}],
  ])('%s', (_what, given, understood) => {
    expect(ListSearch.parse(given)).toEqual(understood);
  });
});
