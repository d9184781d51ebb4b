import { expect, test } from 'vitest';
import { findCookie, withoutOwnCookies } from '../../../console/server/gate/cookies.ts';

test.each([
  ['shiftgate-gate=a', 'a'],
  ['x=1; shiftgate-gate=a', 'a'],
  ['shiftgate-gate=a; x=1', 'a'],
  ['x=1;shiftgate-gate=a ', 'a'],
  ['x=1', undefined],
  ['', undefined],
  [undefined, undefined],
  ['my-shiftgate-gate=a', undefined],
  ['__Host-shiftgate-gate=a', undefined],
  ['my-shiftgate-gate=a; shiftgate-gate=b', 'b'],
  ['x=shiftgate-gate=a', undefined],
  ['shiftgate-gate', undefined],
  ['shiftgate-gate=', ''],
])('in “%s” the gate’s cookie is %s', (header, expected) => {
  expect(findCookie(header, 'shiftgate-gate')).toBe(expected);
});

test.each([
  ['shiftgate-gate=a', undefined],
  ['x=1; shiftgate-gate=a; __Host-shiftgate-console=b; y=2', 'x=1; y=2'],
  ['x=shiftgate-gate; my-shiftgate-gate=1', 'x=shiftgate-gate; my-shiftgate-gate=1'],
  [';; x=1 ;', 'x=1'],
])('of “%s” the CRM sees %s', (header, expected) => {
  expect(withoutOwnCookies(header)).toBe(expected);
});
