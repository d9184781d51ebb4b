import { describe, expect, it } from 'vitest';
import { SettingsPage } from '../../../agent/ipc/arguments.ts';
import { placeNear, size } from '../../../agent/main/place-near.ts';
import { settingsAddresses, settingsPrograms } from '../../../agent/main/settings-pages.ts';
import { withoutSecrets } from '../../../agent/main/without-secrets.ts';

describe('the place of the window', () => {
  const area = { x: 0, y: 0, width: 1920, height: 1040 };

  it.each([
    ['above a bar at the bottom', { x: 1700, y: 1045, width: 24, height: 24 }, { x: 1512, y: 392 }],
    ['below a bar at the top', { x: 1700, y: -20, width: 24, height: 22 }, { x: 1512, y: 8 }],
    ['beside a bar at the left', { x: -30, y: 500, width: 24, height: 24 }, { x: 8, y: 8 }],
    ['in the corner when nobody knows where the icon is', { x: 0, y: 0, width: 0, height: 0 }, { x: 1512, y: 392 }],
  ])('is %s', (_where, icon, place) => {
    expect(placeNear(icon, area)).toEqual(place);
  });

  it('is on the screen of the icon, wherever that stands', () => {
    const left = { x: -1280, y: 100, width: 1280, height: 984 };
    const { x, y } = placeNear({ x: -100, y: 1090, width: 24, height: 24 }, left);
    expect(x).toBeGreaterThanOrEqual(left.x);
    expect(x + size.width).toBeLessThanOrEqual(left.x + left.width);
    expect(y + size.height).toBeLessThanOrEqual(left.y + left.height);
  });
});

describe('settings pages', () => {
  it.each(SettingsPage.options)('%s is opened by name only, on every system', (page) => {
    expect(settingsAddresses.windows[page]).toMatch(/^ms-settings:[a-z-]+$/);
    expect(settingsAddresses.macos[page]).toMatch(/^x-apple\.systempreferences:com\.apple\.[\w.?-]+$/i);
    const programs = settingsPrograms(page);
    expect(programs.length).toBeGreaterThan(1);
    for (const { path, args } of programs) expect([path, ...args].join(' ')).toMatch(/^\/usr\/bin\/[\w/ =-]+$/);
  });
});

describe('a log that is shown around', () => {
  const personal = { user: 'amina', host: 'amina-pc' };

  it.each([
    ['names', 'C:\\Users\\Amina\\x on amina-pc', 'C:\\Users\\‹user›\\x on ‹host›'],
    ['codes', '"code":"AB12-CD34-EF56"', '"code":"‹code›"'],
    ['tickets', 'https://crm.example/launch#t=abc123&p=sales', 'https://crm.example/launch#t=‹code›&p=sales'],
    ['signed texts', 'sent eyJhbGciOiJFUzI1NiJ9.eyJhIjoxfQ.c2ln', 'sent ‹token›'],
    ['keys', '"d":"qN0GkX2uQj7r4m1T5yV8zB3cD6fH9jL0pS2wE4rT6yU"', '"d":"‹key›"'],
    ['mail addresses', 'by ada.obi+1@office.example.com now', 'by ‹address› now'],
    ['network addresses', 'from 203.0.113.7 and 2001:db8:0:1:1:1:1:1', 'from ‹address› and ‹address›'],
  ])('is without %s', (_what, text, left) => {
    expect(withoutSecrets(text, personal)).toBe(left);
  });

  it('keeps times and sentences', () => {
    const line = '{"level":"info","message":"Linked to the console.","timestamp":"2026-11-24T03:31:40.157Z"}';
    expect(withoutSecrets(line, personal)).toBe(line);
  });

  it('does not take a word apart that holds a short name', () => {
    expect(withoutSecrets('animation', { user: 'a', host: 'nim' })).toBe('animation');
  });
});
