import { describe, expect, it } from 'vitest';
import { worstAccess, worstView } from '../../../shared/access/severity.ts';
import { view } from '../../web/rows.ts';

describe('the program that a row speaks about', () => {
  const soon = view('warned', {
    program: 'soon',
    decision: { access: 'warned', reasons: [], deadline: '2026-11-22T09:00:00.000Z' },
  });
  const later = view('warned', {
    program: 'later',
    decision: { access: 'warned', reasons: [], deadline: '2026-11-23T09:00:00.000Z' },
  });

  it.each([
    ['the most severe', [view('ready', { program: 'a' }), view('locked', { program: 'b' })], 'b'],
    ['the nearest deadline among equals', [later, soon], 'soon'],
    ['the first among equals', [view('ready', { program: 'a' }), view('ready', { program: 'b' })], 'a'],
    ['none where there is none', [], undefined],
  ])('%s', (_what, views, program) => {
    expect(worstView(views)?.program).toBe(program);
  });

  it('a workstation of no program counts as ready', () => {
    expect(worstAccess([])).toBe('ready');
  });
});
