import { describe, expect, it } from 'vitest';
import { endOfLife } from '../../../shared/checks/end-of-life.ts';
import { checks } from '../../../shared/checks/index.ts';

describe('the end of a macOS', () => {
  it.each<[string, unknown]>([
    ['13.7.8', { standard: '2025-09-15' }],
    ['12.7.6', { standard: '2024-09-16' }],
    ['10.14.6', { standard: '2021-10-25' }],
    ['15', {}],
    ['26.6.2', {}],
    ['99.1', undefined],
    ['unknown', undefined],
  ])('%s', (version, expected) => {
    expect(endOfLife('macos', version)).toEqual(expected);
  });

  it('is looked up by the whole version elsewhere', () => {
    expect(endOfLife('ubuntu', '24.04.1')).toBeUndefined();
  });

  it('is no problem while Apple has named none, and one that nobody knows is open', () => {
    const codes = (version: string) => {
      const fact = {
        product: 'macos',
        name: `macOS ${version}`,
        version,
        security: { missing: 0, names: [] },
        listsAt: '2026-11-22T00:00:00.000Z',
        installedAt: '2026-11-22T00:00:00.000Z',
        reboot: { pending: false },
        automaticUpdates: true,
      };
      const around = { now: new Date('2026-11-22T08:00:00Z'), fullTunnel: false };
      return checks['os-patch']
        .evaluate(fact, checks['os-patch'].settings.parse({}), around)
        .map(({ outcome }) => outcome);
    };
    expect([codes('26.6.2'), codes('13.7.8'), codes('99.1')]).toEqual([[], ['fail'], ['cannot-tell']]);
  });
});
