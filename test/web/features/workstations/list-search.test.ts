import { describe, expect, it } from 'vitest';
import {
  isFiltered,
  ListSearch,
  listBehind,
  sortedBy,
} from '../../../../console/web/features/workstations/list-search.ts';
import { Facet, ListWanted } from '../../../../shared/protocol/workstation-list.ts';

describe('a link to the list', () => {
  it.each([
    [
      'keeps its filters and its order',
      { access: 'locked', program: 'sales', search: '0815', wifi: 'open', sort: 'person', direction: 'descending' },
      { access: 'locked', program: 'sales', search: '0815', wifi: 'open', sort: 'person', direction: 'descending' },
    ],
    ['forgets what does not exist', { access: 'broken', contact: 'maybe', sort: 'colour', other: 'x' }, {}],
  ])('%s', (_what, given, understood) => {
    expect(ListSearch.parse(given)).toEqual(understood);
  });

  it('can say all that the console can be asked for', () => {
    expect(Object.keys(ListSearch.shape).sort()).toEqual(Object.keys(ListWanted.shape).sort());
  });

  it.each(Facet.options)('leads from a figure about the %s to the list behind it', (facet) => {
    const values = { access: 'locked', enrolment: 'revoked', contact: 'lost', held: 'software' } as const;
    const value = facet in values ? values[facet as keyof typeof values] : 'some';
    expect(listBehind(facet, value, 'sales')).toEqual({ program: 'sales', [facet]: value });
  });

  it('is filtered by what narrows it, and not by its order', () => {
    expect([isFiltered({ sort: 'pc', direction: 'descending' }), isFiltered({ vpn: 'full' })]).toEqual([false, true]);
  });
});

describe('a click on the name of a column', () => {
  it.each([
    ['sorts by it', {}, 'person', { sort: 'person' }],
    ['turns the order around', { sort: 'person' }, 'person', { sort: 'person', direction: 'descending' }],
    ['and back again', { sort: 'person', direction: 'descending' }, 'person', { sort: 'person' }],
    ['starts upwards in another column', { sort: 'person', direction: 'descending' }, 'pc', { sort: 'pc' }],
    ['turns around how the list opens', {}, 'access', { direction: 'descending' }],
    ['leads back to how the list opens', { sort: 'pc' }, 'access', {}],
  ] as const)('%s', (_what, before, by, after) => {
    expect(ListSearch.parse(sortedBy({ ...before }, by))).toEqual(after);
  });

  it('keeps the filters', () => {
    expect(sortedBy({ access: 'locked' }, 'pc')).toMatchObject({ access: 'locked', sort: 'pc' });
  });
});
