import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compareDebianVersions } from '../../../agent/core/checks/os-patch/debian-version.ts';

const rows: [string, '<' | '=' | '>', string][] = [
  ['1.0', '=', '1.0'],
  ['1.0', '<', '1.1'],
  ['1.9', '<', '1.10'],
  ['1.0', '=', '1.00'],
  ['1.0~rc1', '<', '1.0'],
  ['1.0~~', '<', '1.0~'],
  ['1.0~~a', '<', '1.0~'],
  ['1.0~', '<', '1.0'],
  ['1.0', '<', '1.0a'],
  ['1.0a', '<', '1.0+'],
  ['1.0+b', '<', '1.0-1'.replace('-', '.')],
  ['1:1.0', '>', '2.0'],
  ['0:1.0', '=', '1.0'],
  ['2.36-9+deb12u9', '<', '2.36-9+deb12u10'],
  ['1.0-1', '>', '1.0'],
  ['1.0-1~bpo12+1', '<', '1.0-1'],
  ['1.2-3-4', '>', '1.2-3-3'],
  ['22.01+really26.02+dfsg-0+deb12u1', '>', '22.01+dfsg-8'],
  ['3.0.13-0ubuntu3.4', '<', '3.0.13-0ubuntu3.5'],
  ['6.1.0-41', '>', '6.1.0-9'],
  ['20250101123456789012', '<', '20250101123456789013'],
  ['1.0.0z', '<', '1.0.0-1'.replace('-', '+')],
  ['7.6p2-4', '>', '7.6-0'],
  ['1.0.3-3', '>', '1.0-1'],
];

it.each(rows)('%s %s %s', (left, relation, right) => {
  const expected = { '<': -1, '=': 0, '>': 1 }[relation];
  expect(Math.sign(compareDebianVersions(left, right))).toBe(expected);
  expect(Math.sign(compareDebianVersions(right, left))).toBe(expected === 0 ? 0 : -expected);
});

it('agrees with dpkg itself, where there is one', () => {
  const dpkg = '/usr/bin/dpkg';
  const says = (left: string, operator: string, right: string) => {
    try {
      execFileSync(dpkg, ['--compare-versions', left, operator, right]);
      return true;
    } catch {
      return false;
    }
  };
  const odd = existsSync(dpkg)
    ? rows.filter(([left, relation, right]) => !says(left, { '<': 'lt', '=': 'eq', '>': 'gt' }[relation], right))
    : [];
  expect(odd).toEqual([]);
});
