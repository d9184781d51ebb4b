import { describe, expect, it } from 'vitest';
import { trayIcons } from '../../../agent/main/tray-icons.ts';
import { menuOf, type Row } from '../../../agent/main/tray-menu.ts';
import { tellingOf } from '../../../agent/window/today/telling.ts';
import { createVoice } from '../../../agent/window/voice.ts';
import { fetchWords, inEnglish } from '../../../agent/window/words/languages.ts';
import { Language } from '../../../shared/words/language.ts';
import { at, states } from '../window/models.ts';

const english = createVoice(inEnglish, ['en-GB']);
const menu = (name: keyof typeof states, voice = english) => {
  const model = states[name];
  return menuOf({ model, telling: tellingOf(model, voice, at), atLogin: true }, voice);
};
const labels = (rows: readonly Row[]) => rows.map((row) => (row.kind === 'line' ? '-' : row.label));

describe('the icon beside the clock', () => {
  it.each([
    ['ready', 'ready', 'Your PC is ready for work'],
    ['fix by', 'warned', 'Fix 1 thing by'],
    ['finishing call', 'draining', 'Finish this call. New calls pause after it.'],
    ['locked', 'locked', 'CRM is locked because AnyDesk is running'],
    ['two programs', 'locked', 'CRM is locked because AnyDesk is running'],
    ['cannot tell', 'cannot-tell', 'We cannot tell whether your PC is ready'],
    ['could not read', 'ready', 'Your PC is ready for work'],
    ['offline', 'offline', 'No contact with the office since'],
    ['offline for too long', 'offline', 'No contact with the office since'],
    ['checking', 'checking', 'Checking your PC'],
    ['not connected', 'not-connected', 'Connecting to the office'],
    ['refused', 'refused', 'The office does not accept this PC'],
    ['crashed', 'crashed', 'Shiftgate is starting again'],
    ['not enrolled', 'not-enrolled', 'Set up this PC'],
  ] as const)('%s shows %s and says so first', (name, state, first) => {
    const telling = tellingOf(states[name], english, at);
    expect(telling.state).toBe(state);
    expect(telling.sentence.first).toContain(first);
    expect(labels(menu(name))[0]).toBe(telling.sentence.first);
  });

  it('has a picture of its own for every state, in two sizes', () => {
    const pictures = Object.values(trayIcons).flatMap(({ small, large }) => [small, large]);
    expect(new Set(pictures).size).toBe(22);
    const widths = Object.values(trayIcons).map(({ small, large }) =>
      [small, large].map((png) => Buffer.from(png, 'base64').readUInt32BE(16)),
    );
    expect(new Set(widths.map(String))).toEqual(new Set(['16,32']));
  });
});

describe('the menu', () => {
  it('has one row per thing to fix, which brings the window up', () => {
    const rows = menu('fix by');
    expect(rows.slice(1, 3)).toMatchObject([
      { label: expect.stringContaining('updates are waiting: 12'), choice: { what: 'show' } },
      { label: expect.stringContaining('Wi-Fi'), choice: { what: 'show' } },
    ]);
    expect(labels(menu('ready')).slice(0, 2)).toEqual(['Your PC is ready for work', '-']);
  });

  it('opens programs that are not locked, and none without a link', () => {
    expect(labels(menu('two programs'))).toContain('Open Payments');
    expect(labels(menu('two programs'))).not.toContain('Open CRM');
    expect(labels(menu('offline')).filter((label) => label === 'Open CRM')).toEqual([]);
  });

  it('checks nothing where nothing runs', () => {
    expect(labels(menu('ready'))).toContain('Check everything now');
    expect(labels(menu('not enrolled'))).not.toContain('Check everything now');
    expect(labels(menu('crashed'))).not.toContain('Check everything now');
  });

  it.each(Language.options)('is the same in every language, here %s', async (language) => {
    const voice = createVoice(await fetchWords(language), []);
    const rows = menu('locked', voice);
    expect(rows.map(({ kind }) => kind)).toEqual(menu('locked').map(({ kind }) => kind));
    const languages = rows.find((row) => row.kind === 'more');
    expect(languages?.rows.filter((row) => row.kind === 'choice' && row.chosen)).toMatchObject([
      { choice: { language } },
    ]);
  });
});
